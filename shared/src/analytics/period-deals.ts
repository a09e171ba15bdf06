import type { EpochMs } from '../history/instant.ts';
import type { VisitBlock } from '../history/visit-block.ts';
import type { DealEvents } from './clear-change.ts';
import { convertedAmounts } from './converted-amounts.ts';
import { LOST, WON } from './deal-cycle.ts';
import type { KnownVisits } from './known-visits.ts';
import { isWithin, type Period } from './period.ts';
import type { PeriodInputs } from './velocity-factors.ts';

/** Deals, and the sum of those amounts that are known. */
export interface DealTotal {
  readonly deals: number;
  readonly amount: number;
  readonly withoutAmount: number;
  /** Of the amounts. */
  readonly squares: number;
}

/** The deals that began, were won and were lost in a period. */
export interface PeriodDeals {
  readonly began: DealTotal;
  readonly won: DealTotal;
  readonly lost: DealTotal;
}

/** A deal counts once: where it first entered the pipeline, and where it first closed. */
export function periodDeals({ lifetimes, amounts }: PeriodInputs, period: Period): PeriodDeals {
  const [began, won, lost]: [number[], number[], number[]] = [[], [], []];
  for (let at = 0; at < lifetimes.length; at += 1) {
    const deal = lifetimes.deal[at] ?? 0;
    if (isWithin(period, lifetimes.beganAt[at] ?? Number.NaN)) began.push(deal);
    if (!isWithin(period, lifetimes.endedAt[at] ?? Number.NaN)) continue;
    if (lifetimes.outcome[at] === WON) won.push(deal);
    if (lifetimes.outcome[at] === LOST) lost.push(deal);
  }
  return { began: totalOf(began, amounts), won: totalOf(won, amounts), lost: totalOf(lost, amounts) };
}

export function totalOf(deals: readonly number[], amounts: ArrayLike<number>): DealTotal {
  let [amount, squares, withoutAmount] = [0, 0, 0];
  for (const deal of deals) {
    const own = amounts[deal] ?? Number.NaN;
    if (Number.isNaN(own)) withoutAmount += 1;
    else [amount, squares] = [amount + own, squares + own ** 2];
  }
  return { deals: deals.length, amount, withoutAmount, squares };
}

/** The deals in live stages at the bounds of a period, with the amounts of those instants. */
export interface OpenStock {
  readonly atEnd: DealTotal;
  readonly atStart: DealTotal;
  /** What came, went, and changed its amount in between. */
  readonly events: DealEvents;
  /** Deals that came or went. */
  readonly moves: number;
}

export function openStock(
  known: KnownVisits,
  { table, currency, period }: { readonly table: VisitBlock; readonly currency: string; readonly period: Period },
): OpenStock {
  const [end, start] = [openAt(known, period.toAt), openAt(known, period.fromAt)];
  const amountsAtEnd = convertedAmounts(table, currency, Math.min(period.toAt, known.asOf)).values;
  const amountsAtStart = convertedAmounts(table, currency, period.fromAt).values;
  let [count, squares, moves] = [0, 0, 0];
  for (let deal = 0; deal < table.dealIds.length; deal += 1) {
    const difference = valueOf(end, amountsAtEnd, deal) - valueOf(start, amountsAtStart, deal);
    if (end[deal] !== start[deal]) moves += 1;
    if (difference === 0) continue;
    count += 1;
    squares += difference ** 2;
  }
  return {
    atEnd: totalOf(placesOf(end), amountsAtEnd),
    atStart: totalOf(placesOf(start), amountsAtStart),
    events: { count, squares },
    moves,
  };
}

/** By deal: 1 where it was in a live stage just before the instant. */
function openAt(known: KnownVisits, at: EpochMs): Uint8Array {
  const { table } = known;
  const isOpen = new Uint8Array(table.dealIds.length);
  for (let row = 0; row < table.length; row += 1) {
    if ((table.enteredAt[row] ?? 0) >= at || known.endOf(row) < at) continue;
    if (known.stageOf(row) < 0 || !known.isKnown(row)) continue;
    isOpen[table.deal[row] ?? 0] = 1;
  }
  return isOpen;
}

/** The deals in each live stage just before an instant. */
export function stageTotals(known: KnownVisits, amounts: ArrayLike<number>, at: EpochMs): readonly DealTotal[] {
  const { table } = known;
  const deals = known.stageIds.map((): number[] => []);
  for (let row = 0; row < table.length; row += 1) {
    if ((table.enteredAt[row] ?? 0) >= at || known.endOf(row) < at || !known.isKnown(row)) continue;
    if (known.stageOf(row) >= 0) deals[known.stageOf(row)]?.push(table.deal[row] ?? 0);
  }
  return deals.map((own) => totalOf(own, amounts));
}

function placesOf(isIn: Uint8Array): readonly number[] {
  const places: number[] = [];
  for (let place = 0; place < isIn.length; place += 1) if (isIn[place] === 1) places.push(place);
  return places;
}

function valueOf(isOpen: Uint8Array, amounts: Float64Array, deal: number): number {
  const amount = amounts[deal] ?? Number.NaN;
  return isOpen[deal] === 1 && !Number.isNaN(amount) ? amount : 0;
}
