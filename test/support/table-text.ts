import { brotliDecompressSync, inflateRawSync } from 'node:zlib';
import { ScanCommand, type ScanCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';

export interface ItemText {
  readonly pk: string;
  /** All of the item, what was compressed included. */
  readonly text: string;
}

/** Every item that the engine holds, those whose time is over too: nothing of the product decides what is seen here. */
export async function readWholeTable({ client, name }: Table): Promise<readonly ItemText[]> {
  const items: Record<string, unknown>[] = [];
  let start: ScanCommandInput['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new ScanCommand({ TableName: name, ExclusiveStartKey: start, ConsistentRead: true }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return items.map((item) => ({ pk: String(item.pk), text: Object.values(item).map(textOf).join(' ') }));
}

function textOf(value: unknown): string {
  if (!(value instanceof Uint8Array)) return JSON.stringify(value);
  for (const unpack of [inflateRawSync, brotliDecompressSync]) {
    try {
      return unpack(value).toString('latin1');
    } catch {
      // Packed in the other way.
    }
  }
  throw new Error('An item holds bytes that are packed in an unknown way.');
}
