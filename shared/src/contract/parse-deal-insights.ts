import type { DealInsights, UsualDwell, VisitView, WinProbabilityView } from './deal-insights.ts';
import {
  closeWindow,
  dealFacts,
  exitCriteria,
  headline,
  outcomesByDay,
  reason,
  similarDeal,
  snooze,
  winTrendPoint,
} from './decode-deal-coaching.ts';
import { finite, flag, listOf, nullable, object, oneOf, recordOf, sinceLater, text } from './decode.ts';
import { dwellQuantile, estimate } from './decode-estimate.ts';
import { hint } from './decode-hint.ts';
import { promotion } from './decode-promotion.ts';
import { stageView } from './decode-stage.ts';
import { stalledView } from './decode-stalled.ts';

/**
 * Reads the answer of `GET /v1/deals/{dealId}/insights` in the card, where no schema library fits the bundle.
 * Fields that the contract does not name are left out; a missing or wrong one throws a `ContractError` that names its place.
 * @example parseDealInsights({ ...answer, dealAgeDays: 'three' }) // throws "dealAgeDays is not a finite number."
 */
export function parseDealInsights(input: unknown): DealInsights {
  return dealInsights(input, '');
}

const visit = object<VisitView>({
  stage: stageView,
  enteredAt: finite,
  exitedAt: nullable(finite),
  dwellDays: finite,
  arrival: oneOf('entered', 'late', 'restored'),
  exit: nullable(oneOf('advanced', 'back', 'skipped', 'won', 'lost', 'moved', 'merged', 'deleted')),
  origin: oneOf('person', 'workflow', 'import', 'api', 'merge', 'unknown'),
  visitNumber: finite,
  isRegression: flag,
  isSkip: flag,
});

const usual = object<UsualDwell>({
  dwellDaysMedian: dwellQuantile,
  dwellDaysP10: dwellQuantile,
  dwellDaysP80: dwellQuantile,
  dwellDaysP90: dwellQuantile,
  shareOverByNow: estimate,
  visits: finite,
  openVisits: finite,
});

const winProbability = object<WinProbabilityView>({
  horizonDays: finite,
  withinHorizon: estimate,
  ever: estimate,
  atEntry: estimate,
  everAtEntry: estimate,
  unresolvedShare: nullable(finite),
  typed: nullable(finite),
});

const dealInsights = object<DealInsights>({
  asOf: finite,
  position: recordOf(text),
  modelVersion: text,
  dealId: text,
  pipelineId: text,
  pipelineLabel: text,
  status: oneOf('open', 'parked', 'won', 'lost', 'post-win', 'deleted'),
  stage: stageView,
  behind: flag,
  recordedAt: finite,
  figuresAt: nullable(finite),
  current: nullable(object({ enteredAt: finite, ageDays: finite, visitNumber: finite, isAtLeast: flag })),
  dealAgeDays: finite,
  usual: nullable(usual),
  winProbability: nullable(winProbability),
  stalled: stalledView,
  visits: listOf(visit),
  facts: sinceLater(dealFacts),
  headline: sinceLater(headline),
  outcomes: sinceLater(listOf(outcomesByDay)),
  closeWindow: sinceLater(closeWindow),
  winTrend: sinceLater(listOf(winTrendPoint)),
  reasons: sinceLater(listOf(reason)),
  hints: sinceLater(listOf(hint)),
  exitCriteria: sinceLater(exitCriteria),
  similarDeals: sinceLater(listOf(similarDeal)),
  snooze: sinceLater(snooze),
  promotion: sinceLater(promotion),
});
