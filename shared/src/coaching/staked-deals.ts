import { majorUnits } from '../analytics/open-deals.ts';
import type { ReportQuestion } from '../analytics/report-question.ts';
import type { JudgedDeal } from '../analytics/waiting-deals.ts';
import type { Estimate } from '../contract/estimate.ts';
import { compareText } from '../history/order.ts';
import { ENOUGH_FOLLOWED } from '../model/stage-sample.ts';
import { eversIn } from '../model/win-at.ts';

/** An open deal with what is still to be had of it. */
export interface StakedDeal extends JudgedDeal {
  readonly winEver: Estimate;
  /** Integer minor units; null: no amount, or no chance that could be told. */
  readonly stake: number | null;
}

const NO_CHANCE: Estimate = { kind: 'insufficient', n: 0, needed: ENOUGH_FOLLOWED };

/** Amount × the chance ever to be won that the life table still gives a deal at its age. */
export function withStake(question: ReportQuestion, deals: readonly JudgedDeal[]): readonly StakedDeal[] {
  const chanceOf = eversIn(question.shownModel());
  return deals.map((deal) => {
    const winEver = chanceOf(deal.stageId, deal.ageMs)?.ever ?? NO_CHANCE;
    const isKnown = deal.amount !== null && winEver.kind === 'estimate';
    return { ...deal, winEver, stake: isKnown ? Math.round(deal.amount * winEver.value) : null };
  });
}

/** The most at stake first; then without a known chance by amount; then without an amount by age. */
export function byStake({ table: { dealIds } }: ReportQuestion): (a: StakedDeal, b: StakedDeal) => number {
  return (a, b) =>
    descending(a.stake, b.stake) ||
    descending(a.amount, b.amount) ||
    b.ageMs - a.ageMs ||
    compareText(dealIds[a.deal] ?? '', dealIds[b.deal] ?? '');
}

function descending(a: number | null, b: number | null): number {
  return a === b ? 0 : a === null ? 1 : b === null ? -1 : b - a;
}

/** In integer minor units, so that the order of the deals does not matter; told in major ones. */
export function sumOf(deals: readonly StakedDeal[], minor: (deal: StakedDeal) => number | null): number {
  return majorUnits(deals.reduce((sum, deal) => sum + (minor(deal) ?? 0), 0));
}
