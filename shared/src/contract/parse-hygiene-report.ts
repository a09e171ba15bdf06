import { finite, flag, listOf, nullable, object, oneOf, text } from './decode.ts';
import { dwellQuantile } from './decode-estimate.ts';
import { bilingual } from './decode-words.ts';
import { reportHeadFields } from './decode-report.ts';
import { stageView } from './decode-stage.ts';
import {
  HYGIENE_FAULTS,
  type HygieneCase,
  type HygieneEffect,
  type HygieneFault,
  type HygieneReport,
} from './hygiene-report.ts';

const faultId = oneOf(...HYGIENE_FAULTS);
const fault = object<HygieneFault>({
  fault: faultId,
  title: bilingual,
  definition: bilingual,
  cell: text,
  unit: oneOf('moves', 'deals'),
  found: finite,
  of: finite,
  deals: finite,
  amount: finite,
  points: finite,
  pointsMax: finite,
  isAsNow: flag,
  distorts: flag,
});
const effect = object<HygieneEffect>({
  stage: stageView,
  statistic: oneOf('dwell-days-median', 'advance-share', 'loss-share'),
  all: dwellQuantile,
  withoutFaulty: dwellQuantile,
  visitsLeftOut: finite,
});
const hygieneCase = object<HygieneCase>({
  dealId: text,
  name: nullable(text),
  fault: faultId,
  at: finite,
  stage: stageView,
  toStage: nullable(stageView),
  amount: nullable(finite),
});
const hygieneReport = object<HygieneReport>({
  ...reportHeadFields,
  moves: finite,
  openDeals: finite,
  score: nullable(finite),
  faults: listOf(fault),
  effects: listOf(effect),
  cases: listOf(hygieneCase),
  casesInAll: finite,
});

/** Reads the answer of `GET /v1/pipelines/{id}/hygiene`; throws a `ContractError` that names the place where it is broken. */
export const parseHygieneReport = (input: unknown): HygieneReport => hygieneReport(input, '');
