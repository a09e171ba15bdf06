import {
  areaUnderCurve,
  brierScore,
  type CalibrationLine,
  calibrationLine,
  clusteredRatio,
  expectedCalibrationError,
  type Insufficient,
  logLoss,
  reliabilityByMass,
  seededRandom,
} from '@deal-stage-insights/shared';

/** One forecast that has come due. */
export interface ScoredRow {
  readonly dealId: string;
  readonly forecast: number;
  readonly outcome: 0 | 1;
}

export interface Scores {
  readonly n: number;
  readonly deals: number;
  /** What was seen, and what was said, on average. */
  readonly base: number;
  readonly meanForecast: number;
  readonly brier: number;
  readonly logLoss: number;
  /** Ten bins of equal mass. */
  readonly ece: number;
  readonly auc: number | Insufficient;
  readonly calibration: CalibrationScore | Insufficient;
}

interface CalibrationScore {
  readonly intercept: number;
  readonly slope: number;
  /** 95 %, by a bootstrap of deals. */
  readonly slopeLow: number;
  readonly slopeHigh: number;
}

export interface Skill {
  /** 1 - Brier / Brier of the reference; above 0 is better than it. 95 % interval, clustered by deal. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly referenceBrier: number;
}

const CLIP = 1e-6;

/** Scores of forecasts, the usual way; insufficient without a row. */
export function scoresOf(rows: readonly ScoredRow[]): Scores | Insufficient {
  const n = rows.length;
  if (n === 0) return { kind: 'insufficient', n, needed: 1 };
  const scored = columnsOf(rows);
  const wins = mean(scored.outcome) * n;
  const oneClass: Insufficient = { kind: 'insufficient', n: Math.round(Math.min(wins, n - wins)), needed: 1 };
  return {
    n,
    deals: new Set(rows.map(({ dealId }) => dealId)).size,
    base: mean(scored.outcome),
    meanForecast: mean(scored.forecast),
    brier: brierScore(scored) ?? Number.NaN,
    logLoss: logLoss(scored) ?? Number.NaN,
    ece: expectedCalibrationError(reliabilityByMass(scored, 10)) ?? Number.NaN,
    auc: areaUnderCurve(scored)?.value ?? oneClass,
    calibration: calibrationOf(rows) ?? oneClass,
  };
}

/** How much better than a reference on the same rows; insufficient with fewer than two deals or a perfect reference. */
export function skillOver(rows: readonly (ScoredRow & { readonly reference: number })[]): Skill | Insufficient {
  const ratio = clusteredRatio({
    numerator: rows.map(({ forecast, outcome }) => (clipped(forecast) - outcome) ** 2),
    denominator: rows.map(({ reference, outcome }) => (clipped(reference) - outcome) ** 2),
    cluster: rows.map(({ dealId }) => dealId),
  });
  if (ratio === null) return { kind: 'insufficient', n: rows.length, needed: 2 };
  return {
    value: 1 - ratio.value,
    low: 1 - ratio.high,
    high: 1 - ratio.low,
    n: rows.length,
    referenceBrier: mean(rows.map(({ reference, outcome }) => (clipped(reference) - outcome) ** 2)),
  };
}

/** Brier of other forecasts of the same rows less that of these, clustered by deal; insufficient with fewer than two deals. */
export function gainOver(
  rows: readonly ScoredRow[],
  others: readonly ScoredRow[],
): { readonly value: number; readonly low: number; readonly high: number } | Insufficient {
  const ratio = clusteredRatio({
    numerator: rows.map((row, place) => squared(others[place] ?? row) - squared(row)),
    denominator: rows.map(() => 1),
    cluster: rows.map(({ dealId }) => dealId),
  });
  if (ratio === null) return { kind: 'insufficient', n: rows.length, needed: 2 };
  return { value: ratio.value, low: ratio.low, high: ratio.high };
}

function squared({ forecast, outcome }: ScoredRow): number {
  return (clipped(forecast) - outcome) ** 2;
}

const RESAMPLES = 200;

function calibrationOf(rows: readonly ScoredRow[]): CalibrationScore | null {
  const line = calibrationLine(columnsOf(rows));
  if (line === null) return null;
  const slopes = resampledLines(rows)
    .map(({ slope }) => slope)
    .toSorted((a, b) => a - b);
  // Where a tenth of the resamples has no line, neither do their limits.
  if (slopes.length < 0.9 * RESAMPLES) return null;
  const at = (share: number): number => slopes[Math.round(share * (slopes.length - 1))] ?? line.slope;
  return { intercept: line.intercept, slope: line.slope, slopeLow: at(0.025), slopeHigh: at(0.975) };
}

/** Deals are drawn, not rows: the rows of one deal repeat each other. */
function resampledLines(rows: readonly ScoredRow[]): readonly CalibrationLine[] {
  const byDeal = [...Map.groupBy(rows, ({ dealId }) => dealId).values()];
  const random = seededRandom(1);
  return Array.from({ length: RESAMPLES }, () => {
    const drawn = byDeal.flatMap(() => byDeal[Math.floor(random() * byDeal.length)] ?? []);
    return calibrationLine(columnsOf(drawn));
  }).filter((line) => line !== null);
}

function columnsOf(rows: readonly ScoredRow[]) {
  return { forecast: rows.map(({ forecast }) => clipped(forecast)), outcome: rows.map(({ outcome }) => outcome) };
}

function clipped(p: number): number {
  return Math.min(1 - CLIP, Math.max(CLIP, p));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
