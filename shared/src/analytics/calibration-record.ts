import type {
  CalibrationRecord,
  CalibrationScores,
  Comparisons,
  ReliabilityPoint,
  StageCalibration,
} from '../contract/calibration-report.ts';
import type { Estimate } from '../contract/estimate.ts';
import type { PipelineView } from '../contract/pipelines.ts';
import { pipelineIndex, stageView } from '../history/pipeline-index.ts';
import { ascendingPlaces } from '../statistics/ascending-places.ts';
import { areaUnderCurve } from '../statistics/auc.ts';
import { brierScore } from '../statistics/brier-score.ts';
import { clusteredRatio } from '../statistics/clustered-ratio.ts';
import { logLoss } from '../statistics/log-loss.ts';
import { murphySplit } from '../statistics/murphy-split.ts';
import { expectedCalibrationError, type ReliabilityBin, reliabilityByMass } from '../statistics/reliability.ts';
import type { ChanceRow } from './chance-backtest.ts';
import { clusteredShare, dealsOf } from './clustered-share.ts';

const LEVEL = 0.95;
const BINS = 10;
/** Deals below which an interval clustered by deal is no better than a guess. */
const ENOUGH_DEALS = 50;

interface DueRow extends ChanceRow {
  readonly forecast: number;
  readonly won: 0 | 1;
}

/**
 * How good were the probabilities, once it was known what came? Scores, the reliability curve (ten bins of equally many
 * forecasts, with Wilson bars) and the same stage by stage. Each skill is 1 - Brier / Brier of the other on the rows where
 * both spoke, its interval clustered by deal; insufficient below 50 deals. A deal that was asked about on several days is
 * in several rows: bars are as wide as for p (1 - p) / (clustered standard error)² trials, and never for more than deals.
 * @example calibrationRecord(rows, { pipeline, modelVersions: ['1'] }).scores?.skillOverStageRate
 */
export function calibrationRecord(
  rows: readonly ChanceRow[],
  { pipeline, modelVersions }: { readonly pipeline: PipelineView; readonly modelVersions: readonly string[] },
): CalibrationRecord {
  const due = rows.filter((row): row is DueRow => row.forecast !== null && row.won !== null);
  const bins = reliabilityByMass(columnsOf(due), BINS);
  return {
    modelVersions,
    days: [...new Set(rows.map(({ day }) => day))].sort(),
    forecasts: due.length,
    deals: dealsOf(due),
    notDue: rows.filter(({ won }) => won === null).length,
    withoutChance: rows.filter(({ won, forecast }) => won !== null && forecast === null).length,
    scores: scoresOf(due, bins),
    reliability: reliabilityOf(due, bins),
    stages: stageCalibrations(due, pipeline),
  };
}

/** The rows of each bin are needed, not their sums alone: the same cut as that of `reliabilityByMass`. */
function reliabilityOf(due: readonly DueRow[], bins: readonly ReliabilityBin[]): readonly ReliabilityPoint[] {
  const order = ascendingPlaces(due.map(({ forecast }) => forecast));
  let from = 0;
  return bins.map(({ n, successes, meanForecast }) => {
    const rows = Array.from(order.subarray(from, from + n), (row) => due[row]).filter((row) => row !== undefined);
    from += n;
    return { n, won: successes, deals: dealsOf(rows), meanForecast, seen: clusteredShare(rows, 'pipeline') };
  });
}

function scoresOf(due: readonly DueRow[], bins: readonly ReliabilityBin[]): CalibrationScores | null {
  const scored = columnsOf(due);
  const [brier, loss] = [brierScore(scored), logLoss(scored)];
  const binned = bins.flatMap(({ n, successes, meanForecast }) =>
    Array.from({ length: n }, (_, row) => ({ forecast: meanForecast, outcome: row < successes ? 1 : 0 })),
  );
  const murphy = murphySplit({
    forecast: binned.map(({ forecast }) => forecast),
    outcome: binned.map(({ outcome }) => outcome),
  });
  const expectedError = expectedCalibrationError(bins);
  if (brier === null || loss === null || murphy === null || expectedError === null) return null;
  return {
    won: mean(scored.outcome),
    meanForecast: mean(scored.forecast),
    brier,
    logLoss: loss,
    areaUnderCurve: areaUnderCurve(scored)?.value ?? null,
    expectedCalibrationError: expectedError,
    murphy,
    ...comparisons(due),
  };
}

/** Against the stage rate and the typed probability, each on the rows where it says something. */
function comparisons(due: readonly DueRow[]): Comparisons {
  const byStageRate = compared(due, ({ stageRate }) => stageRate);
  const byTyped = compared(due, ({ typed }) => typed);
  return {
    besideStageRate: byStageRate.same,
    brierOfStageRate: byStageRate.brierOfOther,
    skillOverStageRate: byStageRate.skill,
    besideTyped: byTyped.same,
    brierOfTyped: byTyped.brierOfOther,
    skillOverTyped: byTyped.skill,
  };
}

function compared(due: readonly DueRow[], referenceOf: (row: DueRow) => number | null) {
  const rows = due.filter((row) => referenceOf(row) !== null);
  const references = rows.map((row) => referenceOf(row) ?? Number.NaN);
  const outcome = rows.map(({ won }) => won);
  const brier = brierScore({ forecast: rows.map(({ forecast }) => forecast), outcome });
  const brierOfOther = brierScore({ forecast: references, outcome });
  return {
    same: { forecasts: rows.length, leftOut: due.length - rows.length, brier },
    brierOfOther,
    skill: skillOf(rows, references),
  };
}

function skillOf(rows: readonly DueRow[], references: readonly number[]): Estimate {
  const ratio = clusteredRatio(
    {
      numerator: rows.map(({ forecast, won }) => (forecast - won) ** 2),
      denominator: rows.map(({ won }, row) => ((references[row] ?? Number.NaN) - won) ** 2),
      cluster: rows.map(({ dealId }) => dealId),
    },
    LEVEL,
  );
  const deals = ratio?.clusters ?? dealsOf(rows);
  if (ratio === null || deals < ENOUGH_DEALS) return { kind: 'insufficient', n: deals, needed: ENOUGH_DEALS };
  const { value, low, high } = ratio;
  return { kind: 'estimate', value: 1 - value, low: 1 - high, high: 1 - low, level: LEVEL, n: deals, from: 'pipeline' };
}

function stageCalibrations(due: readonly DueRow[], pipeline: PipelineView): readonly StageCalibration[] {
  const index = pipelineIndex([pipeline]);
  return [...new Set(due.map(({ stageId }) => stageId))]
    .map((stageId) => stageView(index, stageId))
    .sort((a, b) => a.displayOrder - b.displayOrder || (a.stageId < b.stageId ? -1 : 1))
    .map((stage) => {
      const rows = due.filter(({ stageId }) => stageId === stage.stageId);
      const scored = columnsOf(rows);
      return {
        stage,
        forecasts: rows.length,
        deals: dealsOf(rows),
        meanForecast: mean(scored.forecast),
        seen: clusteredShare(rows, 'stage'),
        brier: brierScore(scored) ?? 0,
        ...comparisons(rows),
      };
    });
}

function columnsOf(rows: readonly DueRow[]) {
  return { forecast: rows.map(({ forecast }) => forecast), outcome: rows.map(({ won }): number => won) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
