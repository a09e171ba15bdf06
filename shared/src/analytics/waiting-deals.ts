import type { StalledView } from '../contract/deal-insights.ts';
import type { Snooze } from '../contract/deal-notes.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import { verdictsIn } from '../model/stalled-verdict.ts';
import { type KnownVisits, knownVisits } from './known-visits.ts';
import { minorUnits } from './open-deals.ts';
import type { ReportQuestion } from './report-question.ts';
import { visitVerdict } from './visit-verdict.ts';

/** A deal in an open stage at the report's instant. Parked ones wait with reason and are none. */
export interface WaitingDeal {
  readonly deal: number;
  /** Of its visit, in the table. */
  readonly row: number;
  readonly stageId: string;
  readonly enteredAt: EpochMs;
  /** In its stage; of one whose entry is unknown, at least so much. */
  readonly ageMs: number;
  readonly isLate: boolean;
  /** Integer minor units of the company's currency; null: none, a negative one, or one that cannot be converted. */
  readonly amount: number | null;
}

/** A waiting deal with what its card says of it. */
export interface JudgedDeal extends WaitingDeal {
  readonly verdict: StalledView;
  /** Somebody said that it waits with reason: whatever the verdict, it is not called stalled. */
  readonly snooze: Snooze | null;
}

export const isStalled = ({ verdict, snooze }: JudgedDeal): boolean => verdict.verdict === 'stalled' && snooze === null;

/** The deals in open stages (or those that are parked) at the instant of `known`, in the order of the table. */
export function waitingDeals(
  known: KnownVisits,
  amounts: ArrayLike<number>,
  role: 'open' | 'parked' = 'open',
): readonly WaitingDeal[] {
  const { table, asOf } = known;
  const deals: WaitingDeal[] = [];
  for (let row = 0; row < table.length; row += 1) {
    if (!known.isKnown(row) || known.exitOf(row) !== null || known.roleOf(row) !== role) continue;
    const [deal, enteredAt] = [table.deal[row] ?? 0, table.enteredAt[row] ?? 0];
    deals.push({
      deal,
      row,
      stageId: table.stageIds[table.stage[row] ?? 0] ?? '',
      enteredAt,
      ageMs: Math.max(0, asOf - enteredAt),
      isLate: known.isLate(row),
      amount: minorUnits(amounts[deal] ?? Number.NaN),
    });
  }
  return deals;
}

/** The same with the verdict of their cards, by the figures of the whole pipeline. */
export function judgedDeals(question: ReportQuestion): readonly JudgedDeal[] {
  return judgedDealsAt(question, question.stamp.asOf, question.amounts.values);
}

/** The deals that waited at an instant, judged by the same figures: those of the report's instant. */
export function judgedDealsAt(
  { table, pipeline, shownModel, snoozes }: ReportQuestion,
  at: EpochMs,
  amounts: ArrayLike<number>,
): readonly JudgedDeal[] {
  const verdictAt = verdictsIn(shownModel());
  return waitingDeals(knownVisits(table, pipeline, at), amounts).map((deal) => ({
    ...deal,
    verdict: visitVerdict(verdictAt(deal.stageId, deal.ageMs), deal.isLate),
    snooze: snoozeAt(snoozes.get(table.dealIds[deal.deal] ?? ''), at),
  }));
}

/** Reports are of days: a snooze holds on all of the day on which it was set. */
export function snoozeAt(snooze: Snooze | undefined, at: EpochMs): Snooze | null {
  return snooze !== undefined && snooze.setAt <= at + DAY_MS ? snooze : null;
}
