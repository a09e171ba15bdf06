import { finite, flag, listOf, nullable, object, oneOf, sinceLater, text } from './decode.ts';
import { estimate } from './decode-estimate.ts';
import { bilingual, evidence } from './decode-words.ts';
import { reportHeadFields } from './decode-report.ts';
import { stageView } from './decode-stage.ts';
import { stalledView } from './decode-stalled.ts';
import {
  type FlagQuality,
  type FlagQualityRule,
  type SnoozedDeal,
  STALL_RULES,
  type StalledDeal,
  type StalledDealCounts,
  type StalledReport,
  type StalledStage,
} from './stalled-report.ts';

const dealFields = {
  dealId: text,
  name: nullable(text),
  stage: stageView,
  ageDays: finite,
  isAtLeast: flag,
  amount: nullable(finite),
} as const;
/** The fields of a `StalledDeal`, to be spread into the decoder of what tells more of a deal. */
export const stalledDealFields = {
  ...dealFields,
  winEver: estimate,
  valueAtStake: nullable(finite),
  verdict: stalledView,
  reason: bilingual,
  evidence: listOf(evidence),
  nextStep: bilingual,
  nextActivityAt: nullable(finite),
  lastContactedAt: nullable(finite),
  closeAt: nullable(finite),
} as const;
export const stalledDeal = object<StalledDeal>(stalledDealFields);
const stage = object<StalledStage>({
  stage: stageView,
  cell: text,
  open: finite,
  stalled: finite,
  amount: finite,
  valueAtStake: finite,
});
const snoozedDeal = object<SnoozedDeal>({ ...dealFields, reason: text, untilDay: text });
const rule = object<FlagQualityRule>({
  rule: oneOf(...STALL_RULES),
  title: bilingual,
  flaggedShare: estimate,
  precision: estimate,
  lossesCaught: estimate,
  winsFlagged: estimate,
  leadDaysMedian: nullable(finite),
});
const stalledReport = object<StalledReport>({
  ...reportHeadFields,
  verdicts: object<StalledDealCounts>({
    open: finite,
    stalled: finite,
    onTrack: finite,
    unjudged: finite,
    waiting: sinceLater(finite),
    stalledWithoutAmount: finite,
    stalledWithoutChance: finite,
  }),
  amount: finite,
  valueAtStake: finite,
  stages: listOf(stage),
  rows: listOf(stalledDeal),
  rowsInAll: finite,
  waiting: sinceLater(listOf(snoozedDeal)),
  flagQuality: nullable(object<FlagQuality>({ rows: finite, unresolved: finite, rules: listOf(rule) })),
});

/** Reads the answer of `GET /v1/pipelines/{id}/stalled`; throws a `ContractError` that names the place where it is broken. */
export const parseStalledReport = (input: unknown): StalledReport => stalledReport(input, '');
