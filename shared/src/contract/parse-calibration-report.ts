import type {
  CalibrationRecord,
  CalibrationReport,
  CalibrationScores,
  ReliabilityPoint,
  SameForecasts,
  StageCalibration,
} from './calibration-report.ts';
import { finite, listOf, nullable, object, text } from './decode.ts';
import { estimate } from './decode-estimate.ts';
import { promotion } from './decode-promotion.ts';
import { reportHeadFields } from './decode-report.ts';
import { stageView } from './decode-stage.ts';

const sameForecasts = object<SameForecasts>({ forecasts: finite, leftOut: finite, brier: nullable(finite) });
const comparisons = {
  besideStageRate: sameForecasts,
  brierOfStageRate: nullable(finite),
  skillOverStageRate: estimate,
  besideTyped: sameForecasts,
  brierOfTyped: nullable(finite),
  skillOverTyped: estimate,
} as const;
const scores = object<CalibrationScores>({
  ...comparisons,
  won: finite,
  meanForecast: finite,
  brier: finite,
  logLoss: finite,
  areaUnderCurve: nullable(finite),
  expectedCalibrationError: finite,
  murphy: object<CalibrationScores['murphy']>({ reliability: finite, resolution: finite, uncertainty: finite }),
});
const reliabilityPoint = object<ReliabilityPoint>({
  n: finite,
  won: finite,
  deals: finite,
  meanForecast: finite,
  seen: estimate,
});
const stage = object<StageCalibration>({
  ...comparisons,
  stage: stageView,
  forecasts: finite,
  deals: finite,
  meanForecast: finite,
  seen: estimate,
  brier: finite,
});
const record = object<CalibrationRecord>({
  modelVersions: listOf(text),
  days: listOf(text),
  forecasts: finite,
  deals: finite,
  notDue: finite,
  withoutChance: finite,
  scores: nullable(scores),
  reliability: listOf(reliabilityPoint),
  stages: listOf(stage),
});
const calibrationReport = object<CalibrationReport>({
  ...reportHeadFields,
  horizonDays: finite,
  promotion,
  backtest: record,
  frozen: record,
});

/** Reads the answer of `GET /v1/pipelines/{id}/calibration`; throws a `ContractError` that names the place where it is broken. */
export const parseCalibrationReport = (input: unknown): CalibrationReport => calibrationReport(input, '');
