import type { ChangeColumn, VisitBlock } from '../history/visit-block.ts';

/**
 * The table of some of its deals, in the same order. Stage and owner ids keep their places, and instants stay as they are.
 * Plain loops, one for each kind of column: a report with filters waits for this, and a loop that meets five kinds is ten
 * times slower.
 * @example keepDeals(table, (deal) => table.facts.get('dealtype')?.[deal] === 'newbusiness')
 */
export function keepDeals(table: VisitBlock, isKept: (deal: number) => boolean): VisitBlock {
  const { deals, places } = keptDeals(table.dealIds.length, isKept);
  if (deals.length === table.dealIds.length) return table;
  const { rows, deal } = keptRows(table, places);
  return {
    ...table,
    length: rows.length,
    dealIds: pickPlain(table.dealIds, deals, ''),
    deal,
    stage: pickUint16(table.stage, rows),
    enteredAt: pickFloat(table.enteredAt, rows),
    exitedAt: pickFloat(table.exitedAt, rows),
    toStage: pickInt32(table.toStage, rows),
    exit: pickUint8(table.exit, rows),
    arrival: pickUint8(table.arrival, rows),
    origin: pickUint8(table.origin, rows),
    owner: pickUint16(table.owner, rows),
    observedFromMs: pickFloat(table.observedFromMs, rows),
    createdAt: pickFloat(table.createdAt, deals),
    amounts: keepChanges(table.amounts, deals),
    closeDates: keepChanges(table.closeDates, deals),
    owners: keepChanges(table.owners, deals),
    facts: new Map(Array.from(table.facts, ([name, column]) => [name, pickPlain(column, deals, null)])),
  };
}

/** The deals that stay, and by deal of the whole table its new place; -1 for those that go. */
function keptDeals(count: number, isKept: (deal: number) => boolean) {
  const deals = new Uint32Array(count);
  const places = new Int32Array(count).fill(-1);
  let kept = 0;
  for (let deal = 0; deal < count; deal += 1) {
    if (!isKept(deal)) continue;
    places[deal] = kept;
    deals[kept++] = deal;
  }
  return { deals: deals.subarray(0, kept), places };
}

/** The rows that stay, and the new place of the deal of each. */
function keptRows({ deal, length }: VisitBlock, places: Int32Array) {
  const rows = new Uint32Array(length);
  const deals = new Uint32Array(length);
  let kept = 0;
  for (let row = 0; row < length; row += 1) {
    const place = places[deal[row] ?? 0] ?? -1;
    if (place < 0) continue;
    deals[kept] = place;
    rows[kept++] = row;
  }
  return { rows: rows.subarray(0, kept), deal: deals.slice(0, kept) };
}

function pickFloat(column: Float64Array, places: Uint32Array): Float64Array {
  const picked = new Float64Array(places.length);
  for (let at = 0; at < picked.length; at += 1) picked[at] = column[places[at] ?? 0] ?? Number.NaN;
  return picked;
}

function pickUint16(column: Uint16Array, places: Uint32Array): Uint16Array {
  const picked = new Uint16Array(places.length);
  for (let at = 0; at < picked.length; at += 1) picked[at] = column[places[at] ?? 0] ?? 0;
  return picked;
}

function pickInt32(column: Int32Array, places: Uint32Array): Int32Array {
  const picked = new Int32Array(places.length);
  for (let at = 0; at < picked.length; at += 1) picked[at] = column[places[at] ?? 0] ?? 0;
  return picked;
}

function pickUint8(column: Uint8Array, places: Uint32Array): Uint8Array {
  const picked = new Uint8Array(places.length);
  for (let at = 0; at < picked.length; at += 1) picked[at] = column[places[at] ?? 0] ?? 0;
  return picked;
}

function pickPlain<T>(column: readonly T[], deals: Uint32Array, missing: T): T[] {
  const picked = column.slice(0, deals.length); // At its length from the beginning: an array that grows is copied again and again.
  for (let place = 0; place < picked.length; place += 1) picked[place] = column[deals[place] ?? 0] ?? missing;
  return picked;
}

function keepChanges({ start, at, value }: ChangeColumn, deals: Uint32Array): ChangeColumn {
  const keptStart = new Uint32Array(deals.length + 1);
  const changes = new Uint32Array(at.length);
  let kept = 0;
  for (let place = 0; place < deals.length; place += 1) {
    const deal = deals[place] ?? 0;
    const to = start[deal + 1] ?? 0;
    for (let change = start[deal] ?? to; change < to; change += 1) changes[kept++] = change;
    keptStart[place + 1] = kept;
  }
  const places = changes.subarray(0, kept);
  return { start: keptStart, at: pickFloat(at, places), value: pickFloat(value, places) };
}
