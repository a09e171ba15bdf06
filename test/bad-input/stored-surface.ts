import { brotliCompressSync, brotliDecompressSync, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { foldShard, pipelineIndex, shardOf } from '@deal-stage-insights/shared';
import { dynamoBlockStore } from '../../functions/adapters/dynamodb/block-store.ts';
import { dynamoDeadLetterStore } from '../../functions/adapters/dynamodb/dead-letter-store.ts';
import { dynamoDealStore } from '../../functions/adapters/dynamodb/deal-store.ts';
import { keyParts, keysOf } from '../../functions/adapters/dynamodb/keys.ts';
import { dynamoReferenceStore } from '../../functions/adapters/dynamodb/reference-store.ts';
import { dynamoReportStore } from '../../functions/adapters/dynamodb/report-store.ts';
import { dynamoSettingsStore } from '../../functions/adapters/dynamodb/settings-store.ts';
import { dynamoStatusStore } from '../../functions/adapters/dynamodb/status-store.ts';
import type { ShardHead } from '../../functions/ports/block-store.ts';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import { warmVisitTables } from '../../functions/rollup/visit-tables.ts';
import { ADMIN, apiHost, ask } from '../functions/api/api-host.ts';
import { fakeClock } from '../support/fakes.ts';
import { readState } from '../upgrade/support/recorded-state.ts';
import { expectCalm, type Surface } from './finding.ts';
import { mutatedJson, mutatedText, pick, type Random, randomOf } from './nasty.ts';

interface Item {
  readonly [name: string]: unknown;
  readonly pk: string;
  readonly sk: string;
}

/** A recorded table with one item broken: nobody crashes or hangs over it, and no caller reads what is inside. */
export function storedSurface(): Surface {
  const state = readState('1');
  const items = state.items.map(plainItem);
  return {
    name: 'stored items',
    async feed(nth) {
      const random = randomOf(nth);
      const broken = pick(random, items);
      const held = items.map((item) => (item === broken ? brokenItem(random, item) : item));
      const table = tableOf(held, state.portalId);
      const [, kind = '', ...ids] = keyParts(broken);
      const host = apiHost({
        dealStore: dynamoDealStore(table),
        reportStore: dynamoReportStore(table),
        referenceStore: dynamoReferenceStore(table),
        blockStore: dynamoBlockStore(table),
        statusStore: dynamoStatusStore(table),
        deadLetters: dynamoDeadLetterStore(table),
        settingsStore: dynamoSettingsStore(table),
      });
      for (const address of addressesOf(kind, ids)) {
        const { status, json } = await ask(host, address, { identity: ADMIN });
        expectCalm(`${kind} ${ids.join()}`, { status: status >= 500 ? 400 : status, body: JSON.stringify(json) });
      }
      await expectNoCrash(table, kind, ids);
    },
  };
}

const addressesOf = (kind: string, ids: readonly string[]): readonly string[] => {
  if (kind === 'deals') return [`/v1/deals/${ids[1] ?? ''}/insights`];
  if (kind === 'reports') return [`/v1/pipelines/${ids[0] ?? ''}/stages`];
  if (kind === 'settings') return [`/v1/settings/${ids[0] ?? ''}`];
  return ['/v1/health', '/v1/pipelines'];
};

/** Rollup's way to the item: it fails, or what it reads can be worked with. */
async function expectNoCrash(table: Table, kind: string, ids: readonly string[]): Promise<void> {
  if (kind === 'deals') {
    const read = await dynamoDealStore(table)
      .readShard(shardOf(ids[1] ?? ''))
      .catch(asFailure);
    if (Array.isArray(read)) foldShard(read, pipelineIndex([]));
    return;
  }
  if (kind !== 'chunks' && kind !== 'heads') return;
  const blockStore = dynamoBlockStore(table);
  const heads = await blockStore.readHeads().catch(asFailure);
  if (!Array.isArray(heads)) return;
  const pipelineIds = new Set(heads.flatMap(({ chunks }: ShardHead) => chunks.map(({ pipelineId }) => pipelineId)));
  for (const pipelineId of pipelineIds) await warmVisitTables(blockStore)(pipelineId, heads).catch(asFailure);
}

function asFailure(error: unknown): null {
  if (error instanceof Error) return null;
  throw new TypeError('Something was thrown that is no Error.');
}

function brokenItem(random: Random, item: Item): Item {
  const { pk, sk, ...rest } = item;
  const { deflated, brotli } = rest;
  const isPacked = deflated instanceof Uint8Array || brotli instanceof Uint8Array;
  if (isPacked && random() < 0.8) {
    const packed =
      deflated instanceof Uint8Array
        ? { deflated: deflateRawSync(brokenBytes(random, inflateRawSync(deflated))) }
        : { brotli: brotliCompressSync(brokenBytes(random, brotliDecompressSync(new Uint8Array(Object(brotli))))) };
    return random() < 0.1 ? { pk, sk, ...rest, brotli: new Uint8Array([1, 2, 3]) } : { pk, sk, ...rest, ...packed };
  }
  const mutated = mutatedJson(random, rest);
  return { ...(typeof mutated === 'object' ? mutated : {}), pk, sk };
}

function brokenBytes(random: Random, bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  if (random() < 0.5) return Buffer.from(mutatedText(random, text), 'latin1');
  try {
    return Buffer.from(JSON.stringify(mutatedJson(random, JSON.parse(text))) ?? '');
  } catch {
    return Buffer.from(mutatedText(random, text), 'latin1'); // A block is not JSON.
  }
}

/** The document client as far as readers need it; nothing is ever written. */
function tableOf(items: readonly Item[], portalId: string): Table {
  const find = ({ pk, sk }: Record<string, unknown>) => items.find((item) => item.pk === pk && item.sk === sk);
  const send = async (command: unknown): Promise<unknown> => {
    if (command instanceof GetCommand) return { Item: find(command.input.Key ?? {}) };
    if (command instanceof QueryCommand)
      return { Items: items.filter(({ pk }) => pk === command.input.ExpressionAttributeValues?.[':pk']) };
    if (!(command instanceof BatchGetCommand)) return {};
    const keys = command.input.RequestItems?.held?.Keys ?? [];
    return { Responses: { held: keys.map(find).filter((item) => item !== undefined) } };
  };
  return { client: { send } as unknown as Table['client'], name: 'held', keys: keysOf(portalId), clock: fakeClock() };
}

const plainItem = (item: Readonly<Record<string, AttributeValue>>): Item => {
  const plain = Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plainValue(value)]));
  return { ...plain, pk: String(plain.pk), sk: String(plain.sk) };
};

function plainValue(value: AttributeValue): unknown {
  if (value.N !== undefined) return Number(value.N);
  if (value.M !== undefined) return Object.fromEntries(Object.entries(value.M).map(([k, v]) => [k, plainValue(v)]));
  if (value.L !== undefined) return value.L.map(plainValue);
  return value.NULL === true ? null : (value.S ?? value.B ?? value.BOOL);
}
