import type { SimilarDeal } from '../contract/deal-coaching.ts';
import { sorted } from '../history/order.ts';
import type { CoachingFigures } from './coaching-figures.ts';
import { amountBand } from './features.ts';
import type { PastDeal } from './past-deals.ts';
import type { Situation } from './situation.ts';

const OF_EACH_OUTCOME = 2;

/**
 * Past deals that were in the deal's stage: the two likest of those that were won and of those that were lost, by source and
 * band of amount, then the newest. They are examples, not a sample.
 * @param showsNames false where settings keep deals from people who may not see them
 */
export function similarDeals(deal: Situation, showsNames: boolean): readonly SimilarDeal[] {
  const { figures, stage, dealId } = deal;
  if (figures === null) return [];
  const candidates = figures.pastDeals
    .filter((past) => past.dealId !== dealId && past.daysByStage[stage.stageId] !== undefined)
    .map((past) => similarDeal(deal, past, figures));
  const likest = sorted(candidates, (a, b) => likeness(b) - likeness(a) || b.closedAt - a.closedAt);
  const chosen = (['won', 'lost'] as const).flatMap((outcome) =>
    likest.filter((each) => each.outcome === outcome).slice(0, OF_EACH_OUTCOME),
  );
  return sorted(chosen, (a, b) => likeness(b) - likeness(a) || b.closedAt - a.closedAt).map((each) =>
    showsNames ? each : { ...each, name: null },
  );
}

function similarDeal({ facts, stage }: Situation, past: PastDeal, { thirds, currency }: CoachingFigures): SimilarDeal {
  const { daysByStage, amount, ...told } = past;
  const band = amountBand(facts.amount?.amount ?? Number.NaN, thirds);
  return {
    ...told,
    daysInStage: daysByStage[stage.stageId] ?? 0,
    amount: amount === null ? null : { amount, currency },
    isSameAmountBand: band !== null && band === amountBand(amount ?? Number.NaN, thirds),
    isSameSource: facts.source !== null && facts.source === past.source,
  };
}

function likeness({ isSameAmountBand, isSameSource }: SimilarDeal): number {
  return (isSameAmountBand ? 1 : 0) + (isSameSource ? 1 : 0);
}
