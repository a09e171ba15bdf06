import type { VisitBlock } from '../visit-block.ts';
import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';

/** What is known of each deal before its visits: how many there are, its first entry and its creation. */
export interface Deals {
  readonly rows: Uint32Array;
  /** All other instants of a deal are distances from this one. */
  readonly firstEntries: Float64Array;
  readonly createdAt: Float64Array;
}

export function dealsOf({ dealIds, length, deal: deals, enteredAt, createdAt }: VisitBlock): Deals {
  const rows = new Uint32Array(dealIds.length);
  const firstEntries = new Float64Array(dealIds.length);
  for (let row = length - 1; row >= 0; row -= 1) {
    const deal = deals[row] ?? 0;
    rows[deal] = (rows[deal] ?? 0) + 1;
    firstEntries[deal] = enteredAt[row] ?? 0;
  }
  return { rows, firstEntries, createdAt };
}

export function writeDeals(writer: ByteWriter, { rows, firstEntries, createdAt }: Deals): void {
  for (const count of rows) writer.unsigned(count);
  let before = 0;
  for (const firstEntry of firstEntries) {
    writer.signed(firstEntry - before);
    before = firstEntry;
  }
  for (let deal = 0; deal < rows.length; deal += 1) {
    writer.signedOrNaN((createdAt[deal] ?? Number.NaN) - (firstEntries[deal] ?? 0));
  }
}

export function readDeals(reader: ByteReader, count: number): Deals {
  const rows = new Uint32Array(count).map(() => reader.unsigned());
  let before = 0;
  const firstEntries = new Float64Array(count).map(() => {
    before += reader.signed();
    return before;
  });
  return { rows, firstEntries, createdAt: firstEntries.map((firstEntry) => reader.signedOrNaN() + firstEntry) };
}
