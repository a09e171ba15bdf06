import { valueAt } from '../history/change-column.ts';
import type { EpochMs } from '../history/instant.ts';
import type { VisitBlock } from '../history/visit-block.ts';
import { EXIT_CODES } from '../history/visit-table.ts';
import { firstNotBelow } from '../statistics/step-function.ts';
import type { AmountAt } from './converted-amounts.ts';

const CENTS = 100;
const OPEN = EXIT_CODES.indexOf('open');

/** A deal that is in a live stage. */
export interface OpenDeal {
  readonly deal: number;
  readonly stageId: string;
  /** In its stage; of a late arrival, at least so much. */
  readonly ageMs: number;
  /** Integer minor units of the company's currency; null: no amount, a negative one, or one that could not be converted. */
  readonly amount: number | null;
  readonly isNotConverted: boolean;
}

/**
 * The deals in live stages at each of the instants (ascending), parked ones too: they are not over. One pass over the visits.
 * @example openDealsAt(block, { liveStageIds: ['new'], instants: [asOf], amountAt })[0]
 */
export function openDealsAt(
  table: VisitBlock,
  {
    liveStageIds,
    instants,
    amountAt,
  }: { readonly liveStageIds: readonly string[]; readonly instants: readonly EpochMs[]; readonly amountAt: AmountAt },
): readonly (readonly OpenDeal[])[] {
  const live = new Set(liveStageIds);
  const isLive = table.stageIds.map((stageId) => live.has(stageId));
  // Instant by instant, so that the deals of each lie together in memory: a forecast reads them many times.
  return rowsOpenAt(table, isLive, instants).map((rows, place) => {
    const at = instants[place] ?? 0;
    return rows.map((row): OpenDeal => {
      const deal = table.deal[row] ?? 0;
      const { value, isNotConverted } = amountAt(deal, at);
      const stageId = table.stageIds[table.stage[row] ?? 0] ?? '';
      const ageMs = at - (table.enteredAt[row] ?? 0);
      return { deal, stageId, ageMs, amount: minorUnits(value), isNotConverted };
    });
  });
}

/** By instant, the visits of live stages that ran then. */
function rowsOpenAt(
  table: VisitBlock,
  isLive: readonly boolean[],
  instants: readonly EpochMs[],
): readonly (readonly number[])[] {
  const open = instants.map((): number[] => []);
  const ascending = Float64Array.from(instants);
  for (let row = 0; row < table.length; row += 1) {
    if (isLive[table.stage[row] ?? 0] !== true) continue;
    const isOver = table.exit[row] !== OPEN;
    const over = isOver ? firstNotBelow(ascending, table.exitedAt[row] ?? Number.NaN) : instants.length;
    for (let place = firstNotBelow(ascending, table.enteredAt[row] ?? 0); place < over; place += 1)
      open[place]?.push(row);
  }
  return open;
}

/** Epoch ms of the close date in force; NaN without one. */
export function closeDateOf(table: VisitBlock, deal: number, asOf: number): number {
  return valueAt(table.closeDates, deal, asOf);
}

/** Major to minor units; null for an amount that is unknown or negative. */
export function minorUnits(amount: number): number | null {
  return amount >= 0 && Number.isFinite(amount) ? Math.round(amount * CENTS) : null;
}

export function majorUnits(minor: number): number {
  return Math.round(minor) / CENTS;
}
