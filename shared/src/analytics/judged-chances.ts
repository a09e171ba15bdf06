import type { CalibrationRecord } from '../contract/calibration-report.ts';
import type { ShownChances } from '../model/pipeline-model.ts';
import { calibrationRecord } from './calibration-record.ts';
import { type BacktestQuestion, chanceBacktest } from './chance-backtest.ts';
import type { PipelineRates } from './pipeline-rates.ts';
import { promotionOf } from './promotion.ts';
import { stageRates } from './stage-rates.ts';

export interface JudgedChances extends ShownChances {
  readonly backtest: CalibrationRecord;
  readonly frozen: CalibrationRecord;
}

export interface JudgeQuestion extends BacktestQuestion {
  /** Of this version of the model. */
  readonly modelVersion: string;
  /** How what was really said has fared. */
  readonly frozen: CalibrationRecord;
  /** What the portal's other pipelines were counted as. */
  readonly others: readonly PipelineRates[];
}

/**
 * Holds the chances of a pipeline against what came of its deals, in its own past and in what was really said, and decides
 * by it which chance is shown.
 * @example judgedChances(question).promotion.shows // 'life-table'
 */
export function judgedChances(question: JudgeQuestion): JudgedChances {
  const { pipeline, modelVersion, frozen, others } = question;
  const rows = chanceBacktest(question);
  const backtest = calibrationRecord(rows, { pipeline, modelVersions: [modelVersion] });
  const listed = pipeline.stages.filter(({ role }) => role === 'open').map(({ stageId }) => stageId);
  const stageIds = [...new Set([...listed, ...rows.map(({ stageId }) => stageId)])].sort();
  const rates = stageRates({ rows, stageIds, others: others.map(({ wonWithin }) => wonWithin) });
  return { backtest, frozen, promotion: promotionOf({ backtest, frozen }), stageRates: rates };
}
