import { finite, flag, listOf, nullable, object, oneOf, sinceLater, text } from './decode.ts';
import { dwellQuantile, estimate, filteredEstimate } from './decode-estimate.ts';
import { dayPeriodFields, reportDealFields, reportHeadFields } from './decode-report.ts';
import { stageView } from './decode-stage.ts';
import type {
  FilteredStage,
  StageBottleneckView,
  StageConversions,
  StageExit,
  StageFigures,
  StageInProgress,
  StagesReport,
  StageWorkingTime,
  TypedAgainstWon,
  TypedCohort,
} from './stages-report.ts';

const exit = object<StageExit>({
  toStageId: nullable(text),
  kind: oneOf('advanced', 'back', 'skipped', 'won', 'lost', 'moved', 'merged', 'deleted'),
  count: finite,
});
const inProgress = object<StageInProgress>({
  atStart: finite,
  atEnd: finite,
  mean: finite,
  verdict: oneOf('filling', 'draining', 'no-clear-change', 'insufficient'),
  perWeek: estimate,
  amount: finite,
  amountMean: nullable(finite),
  withoutAmount: finite,
});
const conversions = object<StageConversions>({
  entered: finite,
  stillWaiting: finite,
  allStages: nullable(estimate),
  anyStage: estimate,
  enteredCohort: estimate,
});
const cohort = object<TypedCohort>({
  ...dayPeriodFields,
  won: finite,
  lost: finite,
  open: finite,
  left: finite,
  winShare: estimate,
  winShareIfOpenAreLost: estimate,
});
const typed = object<TypedAgainstWon>({
  typed: nullable(finite),
  verdict: oneOf('below', 'above', 'not-distinguishable', 'insufficient'),
  cohorts: listOf(cohort),
});
const workingTime = object<StageWorkingTime>({
  hoursMedian: dwellQuantile,
  hoursP80: dwellQuantile,
  hoursP90: dwellQuantile,
  notCovered: finite,
});
const bottleneck = object<StageBottleneckView>({
  reason: nullable(oneOf('slower', 'more-losses', 'slower-and-more-losses')),
  dwell: oneOf('slower', 'faster', 'no-clear-change', 'insufficient'),
  losses: oneOf('more', 'fewer', 'no-clear-change', 'insufficient'),
  takesMostTime: flag,
});
const stage = object<StageFigures>({
  stage: stageView,
  visits: finite,
  open: finite,
  exits: listOf(exit),
  dwellDaysMedian: dwellQuantile,
  dwellDaysP80: dwellQuantile,
  dwellDaysP90: dwellQuantile,
  advanceShare: estimate,
  lossShare: estimate,
  stillThereShare: nullable(finite),
  winWithinHorizon: estimate,
  winEver: estimate,
  entered: finite,
  left: finite,
  inProgress,
  conversions,
  dwellDaysMean: estimate,
  dwellDaysMeanBefore: estimate,
  dwellDaysDifference: estimate,
  lossIncidence: estimate,
  lostOfLeft: estimate,
  lostOfLeftBefore: estimate,
  timeShare: estimate,
  workingTime: sinceLater(workingTime),
  typed,
  bottleneck,
});
const filtered = object<FilteredStage>({
  stageId: text,
  left: finite,
  ledOnShare: filteredEstimate,
  pace: filteredEstimate,
});
const stagesReport = object<StagesReport>({
  ...reportHeadFields,
  horizonDays: finite,
  upToDays: finite,
  deals: object<StagesReport['deals']>({ ...reportDealFields, open: finite, won: finite, lost: finite }),
  stages: listOf(stage),
  filtered: sinceLater(listOf(filtered)),
});

/** Reads the answer of `GET /v1/pipelines/{id}/stages`; throws a `ContractError` that names the place where it is broken. */
export const parseStagesReport = (input: unknown): StagesReport => stagesReport(input, '');
