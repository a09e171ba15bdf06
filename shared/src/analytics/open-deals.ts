import { valueAt } from '../history/change-column.ts';
import type { VisitBlock } from '../history/visit-block.ts';
import { isLive } from '../model/destinations.ts';
import type { ConvertedAmounts } from './converted-amounts.ts';
import type { KnownVisits } from './known-visits.ts';

const CENTS = 100;

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
 * The deals in live stages at the instant of `known`, parked ones too: they are not over.
 * @example openDeals(knownVisits(block, pipeline, asOf), block, convertedAmounts(block, 'EUR', asOf))
 */
export function openDeals(known: KnownVisits, table: VisitBlock, amounts: ConvertedAmounts): readonly OpenDeal[] {
  const deals: OpenDeal[] = [];
  for (let row = 0; row < table.length; row += 1) {
    if (!known.isKnown(row) || known.exitOf(row) !== null || !isLive(known.roleOf(row))) continue;
    const deal = table.deal[row] ?? 0;
    deals.push({
      deal,
      stageId: table.stageIds[table.stage[row] ?? 0] ?? '',
      ageMs: Math.max(0, known.asOf - (table.enteredAt[row] ?? 0)),
      amount: minorUnits(amounts.values[deal] ?? Number.NaN),
      isNotConverted: amounts.notConverted[deal] === 1,
    });
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
