import type { ChangeColumn, VisitBlock } from '../history/visit-block.ts';

/**
 * The table of some of its deals, in the same order. Stage and owner ids keep their places, and instants stay as they are.
 * Plain loops: a report with filters waits for this.
 * @example keepDeals(table, (deal) => table.facts.get('dealtype')?.[deal] === 'newbusiness')
 */
export function keepDeals(table: VisitBlock, isKept: (deal: number) => boolean): VisitBlock {
  const { deals, places } = keptDeals(table.dealIds.length, isKept);
  const rows = keptRows(table, places);
  const pick = <C extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array>(
    into: C,
    column: C,
  ): C => {
    for (let place = 0; place < rows.length; place += 1) into[place] = column[rows[place] ?? 0] ?? 0;
    return into;
  };
  const count = rows.length;
  const deal = pick(new Uint32Array(count), table.deal);
  for (let place = 0; place < count; place += 1) deal[place] = places[deal[place] ?? 0] ?? 0;
  return {
    ...table,
    length: count,
    dealIds: pickPlain(table.dealIds, deals, ''),
    deal,
    stage: pick(new Uint16Array(count), table.stage),
    enteredAt: pick(new Float64Array(count), table.enteredAt),
    exitedAt: pick(new Float64Array(count), table.exitedAt),
    toStage: pick(new Int32Array(count), table.toStage),
    exit: pick(new Uint8Array(count), table.exit),
    arrival: pick(new Uint8Array(count), table.arrival),
    origin: pick(new Uint8Array(count), table.origin),
    owner: pick(new Uint16Array(count), table.owner),
    observedFromMs: pick(new Float64Array(count), table.observedFromMs),
    createdAt: new Float64Array(pickPlain(table.createdAt, deals, Number.NaN)),
    amounts: keepChanges(table.amounts, deals),
    closeDates: keepChanges(table.closeDates, deals),
    owners: keepChanges(table.owners, deals),
    facts: new Map(Array.from(table.facts, ([name, column]) => [name, pickPlain(column, deals, null)])),
  };
}

/** The deals that stay, and by deal of the whole table its new place; -1 for those that go. */
function keptDeals(count: number, isKept: (deal: number) => boolean) {
  const deals: number[] = [];
  const places = new Int32Array(count).fill(-1);
  for (let deal = 0; deal < count; deal += 1) {
    if (!isKept(deal)) continue;
    places[deal] = deals.length;
    deals.push(deal);
  }
  return { deals, places };
}

function keptRows({ deal, length }: VisitBlock, places: Int32Array): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < length; row += 1) if ((places[deal[row] ?? 0] ?? -1) >= 0) rows.push(row);
  return rows;
}

function pickPlain<T>(column: ArrayLike<T>, deals: readonly number[], missing: T): T[] {
  return deals.map((deal) => column[deal] ?? missing);
}

function keepChanges({ start, at, value }: ChangeColumn, deals: readonly number[]): ChangeColumn {
  const keptStart = new Uint32Array(deals.length + 1);
  const [keptAt, keptValue]: [number[], number[]] = [[], []];
  for (let place = 0; place < deals.length; place += 1) {
    const deal = deals[place] ?? 0;
    const to = start[deal + 1] ?? 0;
    for (let change = start[deal] ?? to; change < to; change += 1) {
      keptAt.push(at[change] ?? Number.NaN);
      keptValue.push(value[change] ?? Number.NaN);
    }
    keptStart[place + 1] = keptAt.length;
  }
  return { start: keptStart, at: new Float64Array(keptAt), value: new Float64Array(keptValue) };
}
