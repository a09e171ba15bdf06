import type { VisitBlock } from '../history/visit-block.ts';
import { keepDeals } from './keep-deals.ts';

/**
 * The table of some of its visits, in the same order. A deal of which none is left goes as well, with its changes and facts.
 * @example keepVisits(table, (row) => table.enteredAt[row] >= since)
 */
export function keepVisits(table: VisitBlock, isKept: (row: number) => boolean): VisitBlock {
  const rows = Uint32Array.from({ length: table.length }, (_, row) => row).filter((row) => isKept(row));
  if (rows.length === table.length) return table;
  const picked: VisitBlock = {
    ...table,
    length: rows.length,
    deal: rows.map((row) => table.deal[row] ?? 0),
    stage: Uint16Array.from(rows, (row) => table.stage[row] ?? 0),
    enteredAt: Float64Array.from(rows, (row) => table.enteredAt[row] ?? Number.NaN),
    exitedAt: Float64Array.from(rows, (row) => table.exitedAt[row] ?? Number.NaN),
    toStage: Int32Array.from(rows, (row) => table.toStage[row] ?? -1),
    exit: Uint8Array.from(rows, (row) => table.exit[row] ?? 0),
    arrival: Uint8Array.from(rows, (row) => table.arrival[row] ?? 0),
    origin: Uint8Array.from(rows, (row) => table.origin[row] ?? 0),
    owner: Uint16Array.from(rows, (row) => table.owner[row] ?? 0),
    observedFromMs: Float64Array.from(rows, (row) => table.observedFromMs[row] ?? 0),
  };
  const left = new Set(picked.deal);
  return left.size === table.dealIds.length ? picked : keepDeals(picked, (deal) => left.has(deal));
}
