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
  const deals = instants.map((): OpenDeal[] => []);
  const ascending = Float64Array.from(instants);
  const live = new Set(liveStageIds);
  const isLive = table.stageIds.map((stageId) => live.has(stageId));
  for (let row = 0; row < table.length; row += 1) {
    const stage = table.stage[row] ?? 0;
    if (isLive[stage] !== true) continue;
    const enteredAt = table.enteredAt[row] ?? 0;
    const isOver = table.exit[row] !== OPEN;
    const over = isOver ? firstNotBelow(ascending, table.exitedAt[row] ?? Number.NaN) : instants.length;
    for (let place = firstNotBelow(ascending, enteredAt); place < over; place += 1) {
      const [deal, at] = [table.deal[row] ?? 0, instants[place] ?? 0];
      const { value, isNotConverted } = amountAt(deal, at);
      const stageId = table.stageIds[stage] ?? '';
      deals[place]?.push({ deal, stageId, ageMs: at - enteredAt, amount: minorUnits(value), isNotConverted });
    }
  }
  return deals;
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
