import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoBlockStore } from '../../../../functions/adapters/dynamodb/block-store.ts';
import { bootstrapTable } from '../../../../functions/adapters/dynamodb/bootstrap-table.ts';
import { dynamoDealStore } from '../../../../functions/adapters/dynamodb/deal-store.ts';
import { getItem, getItems, queryItems } from '../../../../functions/adapters/dynamodb/items.ts';
import { dynamoReportStore } from '../../../../functions/adapters/dynamodb/report-store.ts';
import { dynamoStatusStore } from '../../../../functions/adapters/dynamodb/status-store.ts';
import { dynamoSyncStore } from '../../../../functions/adapters/dynamodb/sync-store.ts';
import { openTable, type Table } from '../../../../functions/adapters/dynamodb/table.ts';
import { shardOf } from '@deal-stage-insights/shared';
import { startEngine, type TestEngine } from '../../../support/dynalite.ts';
import { fakeClock } from '../../../support/fakes.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

const put = (table: Table, item: Record<string, unknown>) =>
  table.client.send(new PutCommand({ TableName: table.name, Item: item }));

describe('stored items', () => {
  it('that cannot be read are a clear failure naming their key, not a deal that is left out', async () => {
    const { table } = await engine.newTable();
    const store = dynamoDealStore(table);
    const key = table.keys.deal(shardOf('7'), '7');

    const deflated = (text: string) => deflateRawSync(text);
    const noise = new Uint8Array([7, 7, 7]);
    for (const damaged of [
      { deflated: deflated('{}') },
      { version: 1 },
      { version: 1, deflated: noise },
      { version: 1, deflated: deflated('{') },
      { version: 1, deflated: deflated('{}') },
    ]) {
      await put(table, { ...key, ...damaged });
      await expect(store.readDeal('7')).rejects.toMatchObject({
        code: 'internal',
        message: `The stored item "deals" (${String(shardOf('7')).padStart(3, '0')}, 7) is not readable.`,
      });
    }
  });

  it('in a later format than ours say that a newer version wrote them, and what to do', async () => {
    const { table } = await engine.newTable();
    const later = { format: 2, at: 5, shardsBehind: 0 };
    await put(table, { ...table.keys.status('nightly'), ...later });
    await put(table, { ...table.keys.status('backfill'), ...later });
    await put(table, { ...table.keys.report('sales', 'model'), ...later });
    const cause = {
      message:
        'It is in format 2, and this version of the app reads up to 1: a newer version wrote it. Deploy that version again.',
    };

    await expect(dynamoStatusStore(table).readNightly()).rejects.toMatchObject({ cause });
    await expect(dynamoSyncStore(table).readCheckpoint()).rejects.toMatchObject({
      message: 'The stored item "status" (backfill) is not readable.',
      cause,
    });
    await expect(dynamoReportStore(table).readReport('sales', 'model')).rejects.toMatchObject({ cause });
  });

  it('name a damaged head by its kind', async () => {
    const { table } = await engine.newTable();
    await put(table, { ...table.keys.head(3), generation: 'many' });

    await expect(dynamoBlockStore(table).readHeads()).rejects.toThrow('The stored item "heads" (003) is not readable.');
  });

  it('end in the second that was written, although the engine still has them', async () => {
    const { table, clock } = await engine.newTable();
    const key = table.keys.status('marks');
    await put(table, { ...key, expiresAt: clock.now() / 1000 });

    expect(await getItem(table, key, { isConsistent: true })).toBeNull();
    expect(await getItems(table, [key], { isConsistent: true })).toEqual([]);
    clock.set(clock.now() - 1);
    expect(await getItem(table, key, { isConsistent: true })).not.toBeNull();
  });

  it('of one account are unknown to another in the same table', async () => {
    const { table } = await engine.newTable();
    await put(table, { ...table.keys.status('marks'), webhook: 5 });
    const other = { ...table, keys: openTable({ name: table.name, portalId: '99', clock: fakeClock() }).keys };

    expect(await getItem(other, other.keys.status('marks'), { isConsistent: true })).toBeNull();
  });
});

describe('queryItems', () => {
  it('reads a partition that does not fit into one answer', async () => {
    const { table } = await engine.newTable();
    const noise = new Uint8Array(randomBytes(120_000));
    const keys = Array.from({ length: 20 }, (_, part) => table.keys.chunkPart(0, 'c', part + 10));
    await Promise.all(keys.map((key) => put(table, { ...key, noise })));

    const items = await queryItems(table, keys[0]!.pk, { isConsistent: true });

    expect(items.map(({ sk }) => sk)).toEqual(keys.map(({ sk }) => sk));
  });
});

describe('getItems', () => {
  /** An engine that leaves all but the first key of a batch for the next request, `busy` times. */
  function hurried(table: Table, busy: number): Table {
    let left = busy;
    const client = Object.create(table.client, {
      send: {
        value: async (command: { input: { RequestItems?: Record<string, { Keys: Record<string, unknown>[] }> } }) => {
          const asked = command.input.RequestItems?.[table.name];
          if (asked === undefined || left === 0) return table.client.send(command as never);
          left -= 1;
          const UnprocessedKeys = { [table.name]: { ...asked, Keys: asked.Keys.slice(1) } };
          asked.Keys = asked.Keys.slice(0, 1);
          return { ...(await table.client.send(command as never)), UnprocessedKeys };
        },
      },
    });
    return { ...table, client };
  }

  it('asks again for what DynamoDB left out', async () => {
    const { table } = await engine.newTable();
    const keys = Array.from({ length: 5 }, (_, part) => table.keys.chunkPart(0, 'c', part));
    for (const key of keys) await put(table, { ...key });

    const items = await getItems(hurried(table, 3), keys, { isConsistent: true });

    expect(items.map(({ sk }) => sk).toSorted()).toEqual(keys.map(({ sk }) => sk));
  });
});

describe('bootstrapTable', () => {
  it('leaves a table that exists as it is', async () => {
    const { table } = await engine.newTable();
    await put(table, { ...table.keys.status('marks'), webhook: 5 });

    expect(await bootstrapTable(table)).toBe('exists');
    expect(await getItem(table, table.keys.status('marks'), { isConsistent: true })).not.toBeNull();
  });
});
