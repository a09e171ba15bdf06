import { brotliDecompressSync } from 'node:zlib';
import { encodeDealRecord, SHARD_COUNT } from '@deal-stage-insights/shared';
import { DeleteCommand, ScanCommand, type ScanCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { dynamoBlockStore } from '../../../functions/adapters/dynamodb/block-store.ts';
import { dynamoDealStore } from '../../../functions/adapters/dynamodb/deal-store.ts';
import type { Table } from '../../../functions/adapters/dynamodb/table.ts';

const itemSchema = z.object({ pk: z.string(), sk: z.string(), brotli: z.instanceof(Uint8Array).optional() });

/** All records, blocks and reports of an account, as text. Generations, and the names that carry them, count writes. */
export async function seenIn(table: Table): Promise<Readonly<Record<string, string>>> {
  const seen: Record<string, string> = {};
  for (let shard = 0; shard < SHARD_COUNT; shard += 1) {
    for (const record of await dynamoDealStore(table).readShard(shard))
      seen[`deal ${record.dealId}`] = JSON.stringify(encodeDealRecord(record));
  }
  const blocks = dynamoBlockStore(table);
  for (const { shard, generation: _generation, chunks, ...head } of await blocks.readHeads()) {
    const bytes = await blocks.readChunks(chunks.map(({ chunkId }) => ({ shard, chunkId })));
    const columns = chunks.map(({ chunkId, ...chunk }) => ({
      ...chunk,
      bytes: Buffer.from(bytes.get(chunkId) ?? []).toString('base64'),
    }));
    seen[`block ${shard}`] = JSON.stringify({ ...head, columns });
  }
  for (const { pk, sk, brotli } of await itemsOf(table, 'reports'))
    seen[`report ${pk} ${sk}`] = brotliDecompressSync(brotli ?? Buffer.alloc(0)).toString('utf8');
  return seen;
}

/** What was said beforehand depends on when a night came: reports are equal for equal frozen forecasts, here for none. */
export async function forgetFrozen(table: Table): Promise<void> {
  for (const { pk, sk } of await itemsOf(table, 'frozen'))
    await table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk, sk } }));
}

async function itemsOf({ client, name, keys }: Table, kind: string) {
  const items: unknown[] = [];
  let start: ScanCommandInput['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: name,
        FilterExpression: 'begins_with(pk, :kind)',
        ExpressionAttributeValues: { ':kind': `${keys.account}${kind}#` },
        ExclusiveStartKey: start,
      }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return z.array(itemSchema).parse(items);
}

/** What the two do not say alike, each with the place from which on they differ. */
export function differences(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): readonly string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names]
    .filter((name) => one[name] !== other[name])
    .map((name) => {
      const [a, b] = [one[name] ?? 'nothing', other[name] ?? 'nothing'];
      let at = 0;
      while (a[at] === b[at]) at += 1;
      const around = (text: string) => text.slice(Math.max(0, at - 40), at + 80);
      return `${name}: …${around(a)}… is …${around(b)}…`;
    });
}
