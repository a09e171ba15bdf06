import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { EpochMs } from '@deal-stage-insights/shared';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod/mini';
import { AppError } from '../../errors.ts';
import { type Key, keyParts } from './keys.ts';
import type { Table } from './table.ts';

const KEYS_PER_BATCH = 100; // DynamoDB's limit for BatchGetItem.
const ATTEMPTS = 8; // 50 ms doubling: about six seconds in all.
const FIRST_WAIT_MS = 50;

/** An item that says no format is of format 1. A version that writes another form says so, and can be told apart. */
const ITEM_FORMAT = 1;

const envelopeSchema = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  expiresAt: z.optional(z.number()),
  format: z.optional(z.number()),
});
export type Item = z.output<typeof envelopeSchema>;

interface Consistency {
  readonly isConsistent: boolean;
}

/** Reads one item; null when there is none, or when its time is over (DynamoDB removes expired items late). */
export async function getItem(table: Table, key: Key, { isConsistent }: Consistency): Promise<Item | null> {
  const input = { TableName: table.name, Key: key, ConsistentRead: isConsistent };
  const { Item: item } = await table.client.send(new GetCommand(input));
  return item === undefined ? null : (live(table, [item])[0] ?? null);
}

/** Reads the items of these keys, in any order; absent and expired ones are left out. */
export async function getItems(table: Table, keys: readonly Key[], consistency: Consistency): Promise<readonly Item[]> {
  const batches = Array.from({ length: Math.ceil(keys.length / KEYS_PER_BATCH) }, (_, index) =>
    keys.slice(index * KEYS_PER_BATCH, (index + 1) * KEYS_PER_BATCH),
  );
  const pages = await Promise.all(batches.map((batch) => getBatch(table, batch, consistency)));
  return live(table, pages.flat());
}

/** All items of a partition, in order of sort key. */
export async function queryItems(table: Table, pk: string, { isConsistent }: Consistency): Promise<readonly Item[]> {
  const items: unknown[] = [];
  let start: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: isConsistent,
        ExclusiveStartKey: start,
      }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return live(table, items);
}

export async function putItem(table: Table, item: KeyedItem): Promise<void> {
  await table.client.send(new PutCommand({ TableName: table.name, Item: item }));
}

export async function deleteItem(table: Table, key: Key): Promise<void> {
  await table.client.send(new DeleteCommand({ TableName: table.name, Key: key }));
}

type KeyedItem = Key & Readonly<Record<string, unknown>>;

/** Which attribute counts the writes of an item, and what it was when the item was read: 0 for no item. */
interface Expectation {
  readonly counter: string;
  readonly expected: number;
}

/** Puts an item unless somebody else wrote it since it was read. */
export function putItemAfter(table: Table, item: KeyedItem, { counter, expected }: Expectation): Promise<Raced> {
  const condition =
    expected === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#counter = :expected',
          ExpressionAttributeNames: { '#counter': counter },
          ExpressionAttributeValues: { ':expected': expected },
        };
  return orLostRace(table.client.send(new PutCommand({ TableName: table.name, Item: item, ...condition })));
}

/** Sets one instant of an item, unless a later one stands there. */
export async function raiseInstant(table: Table, key: Key, instant: { name: string; at: EpochMs }): Promise<void> {
  const update = new UpdateCommand({
    TableName: table.name,
    Key: key,
    UpdateExpression: 'SET #name = :at',
    ConditionExpression: 'attribute_not_exists(#name) OR #name < :at',
    ExpressionAttributeNames: { '#name': instant.name },
    ExpressionAttributeValues: { ':at': instant.at },
  });
  await orLostRace(table.client.send(update));
}

type Raced = 'stored' | 'lost-race';

/** A condition that did not hold is an answer here, not a failure. */
export async function orLostRace(sent: Promise<unknown>): Promise<Raced> {
  try {
    await sent;
    return 'stored';
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return 'lost-race';
    throw error;
  }
}

/** What an item holds. An item of another form is a fault to be seen, not to be skipped: the message names its key. */
export function parseItem<T>(schema: z.ZodMiniType<T>, item: Item): T {
  const { format = ITEM_FORMAT } = item;
  if (format > ITEM_FORMAT) throw unreadable(item, new TypeError(newer(format)));
  const parsed = schema.safeParse(item);
  if (parsed.success) return parsed.data;
  throw unreadable(item, parsed.error);
}

export function unreadable(key: Key, cause: unknown): AppError {
  const [, kind, ...ids] = keyParts(key);
  return new AppError('internal', `The stored item "${kind}" (${ids.join(', ')}) is not readable.`, { cause });
}

const newer = (format: number): string =>
  `It is in format ${format}, and this version of the app reads up to ${ITEM_FORMAT}: a newer version wrote it. Deploy that version again.`;

async function getBatch(table: Table, keys: readonly Key[], { isConsistent }: Consistency): Promise<unknown[]> {
  const items: unknown[] = [];
  let left: readonly Record<string, unknown>[] = keys.map(({ pk, sk }) => ({ pk, sk }));
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await wait(FIRST_WAIT_MS * 2 ** (attempt - 1));
    const request = { [table.name]: { Keys: [...left], ConsistentRead: isConsistent } };
    const page = await table.client.send(new BatchGetCommand({ RequestItems: request }));
    items.push(...(page.Responses?.[table.name] ?? []));
    left = page.UnprocessedKeys?.[table.name]?.Keys ?? [];
    if (left.length === 0) return items;
  }
  throw new AppError('upstream-unavailable', 'The database answers too slowly.', { retryAfterMs: 1000 });
}

function live(table: Table, items: readonly unknown[]): Item[] {
  const nowS = table.clock.now() / 1000;
  return items.map((item) => envelopeSchema.parse(item)).filter(({ expiresAt }) => (expiresAt ?? Infinity) > nowS);
}
