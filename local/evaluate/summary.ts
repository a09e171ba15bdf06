import { DAY_MS, type EpochMs, type Insufficient, MODEL_VERSION } from '@deal-stage-insights/shared';
import type { Widening } from './backtest.ts';
import type { PartForecast } from './forecast.ts';
import type { EvaluatedLog, Prediction } from './predict.ts';
import type { FactsUse } from './facts/fact-chances.ts';
import { gainOver, type ScoredRow, type Scores, scoresOf, type Skill, skillOver } from './score.ts';

export interface Summary {
  readonly modelVersion: string;
  readonly horizonDays: number;
  readonly log: { readonly deals: number; readonly transitions: number; readonly from: string; readonly to: string };
  readonly landmarks: readonly string[];
  readonly rows: {
    readonly all: number;
    /** Rows for which too little was known to say a probability. */
    readonly insufficient: number;
    /** Rows whose horizon ends after the log: nothing to score by. */
    readonly notDue: number;
  };
  readonly within: ReturnType<typeof withinScores>;
  /** By landmark: whether the facts of deals were used, by their gain over the life table on the past before it. */
  readonly facts: readonly (Omit<FactsUse, 'landmark'> & { readonly landmark: string })[];
  readonly ever: { readonly resolvedOnly: Scores | Insufficient; readonly unresolvedAsNotWon: Scores | Insufficient };
  readonly forecast: {
    readonly open: ForecastScore | Insufficient;
    readonly total: ForecastScore | Insufficient;
    /** By landmark: what the interval of the total was widened by, or how many backtests there were instead of four. */
    readonly widening: readonly { readonly landmark: string; readonly factor: number | Insufficient }[];
  };
}

/** A forecast whose actual is null where the log ends before its horizon does. */
export interface DueForecast extends Omit<PartForecast, 'actual'> {
  readonly actual: number | null;
}

export interface ForecastScore {
  readonly n: number;
  /** Mean of |mean forecast - actual| / actual, of the landmarks at which anything came. One that brought little outweighs all others. */
  readonly mape: number;
  /** All that was missed by, of all that came: sum of |mean forecast - actual| / sum of actual, of every landmark that is due. */
  readonly wape: number;
  /** Share of the landmarks whose actual lay within p10 to p90: .8 is right. */
  readonly coverage80: number;
  /** Mean of (p90 - p10) / actual. */
  readonly width80: number;
  readonly meanForecast: number;
  readonly meanActual: number;
}

export interface Results {
  readonly predictions: readonly Prediction[];
  readonly forecasts: readonly DueForecast[];
  readonly widenings: readonly Widening[];
  readonly facts: readonly FactsUse[];
}

export function summaryOf(log: EvaluatedLog, landmarks: readonly EpochMs[], results: Results): Summary {
  const { predictions, forecasts, widenings, facts } = results;
  const transitions = log.histories.flatMap((history) => history.transitions);
  return {
    modelVersion: MODEL_VERSION,
    horizonDays: log.horizonDays,
    log: {
      deals: log.histories.length,
      transitions: transitions.length,
      from: iso(transitions.reduce((first, { at }) => Math.min(first, at), log.table.newestChangeAt)),
      to: iso(log.table.newestChangeAt),
    },
    landmarks: landmarks.map(iso),
    rows: {
      all: predictions.length,
      insufficient: predictions.filter(({ within }) => within === null).length,
      notDue: predictions.filter(({ outcome }) => outcome.within === null).length,
    },
    within: withinScores(predictions),
    facts: facts.map(({ landmark, ...use }) => ({ ...use, landmark: iso(landmark) })),
    ever: {
      resolvedOnly: scoresOf(everRows(predictions.filter(({ outcome }) => outcome.ever !== null))),
      unresolvedAsNotWon: scoresOf(everRows(predictions)),
    },
    forecast: {
      open: forecastScore(forecasts.filter(({ part }) => part === 'open')),
      total: forecastScore(forecasts.filter(({ part }) => part === 'total')),
      widening: widenings.map(({ landmark, factor }) => ({ landmark: iso(landmark), factor })),
    },
  };
}

/** The headline, the life table alone, the rule to beat on the same rows, and by how much they differ. */
function withinScores(predictions: readonly Prediction[]) {
  const rows = scoredRows(predictions);
  const byTable = predictions.flatMap(({ dealId, lifeTable, outcome }) =>
    lifeTable === null || outcome.within === null ? [] : [{ dealId, forecast: lifeTable, outcome: outcome.within }],
  );
  const compared = rows.flatMap(({ reference, ...row }) => (reference === null ? [] : [{ ...row, reference }]));
  const skillOverStageRate: Skill | Insufficient = skillOver(compared);
  return {
    shown: scoresOf(rows),
    lifeTable: scoresOf(byTable),
    /** Brier of the life table less that of what is shown, 95 % by deal: above 0 the facts are better. */
    gainOverLifeTable: gainOver(rows, byTable),
    stageRate: scoresOf(compared.map(({ dealId, reference, outcome }) => ({ dealId, forecast: reference, outcome }))),
    skillOverStageRate,
  };
}

/** The forecasts of the headline that have come due. */
export function scoredRows(predictions: readonly Prediction[]): readonly HeadlineRow[] {
  return predictions.flatMap(({ dealId, within, stageRate, outcome }) =>
    within === null || outcome.within === null
      ? []
      : [{ dealId, forecast: within, reference: stageRate, outcome: outcome.within }],
  );
}

interface HeadlineRow extends ScoredRow {
  readonly reference: number | null;
}

function everRows(predictions: readonly Prediction[]): readonly ScoredRow[] {
  return predictions.flatMap(({ dealId, ever, outcome }) =>
    ever === null ? [] : [{ dealId, forecast: ever, outcome: outcome.ever ?? 0 }],
  );
}

function forecastScore(forecasts: readonly DueForecast[]): ForecastScore | Insufficient {
  const due = forecasts.flatMap(({ actual, ...said }) => (actual === null ? [] : [{ ...said, actual }]));
  const scored = due.filter(({ actual }) => actual > 0);
  if (scored.length === 0) return { kind: 'insufficient', n: 0, needed: 1 };
  const average = (figure: (row: (typeof scored)[number]) => number): number => sumOf(scored, figure) / scored.length;
  return {
    n: scored.length,
    mape: average(({ mean, actual }) => Math.abs(mean - actual) / actual),
    wape: sumOf(due, ({ mean, actual }) => Math.abs(mean - actual)) / sumOf(due, ({ actual }) => actual),
    coverage80: average(({ p10, p90, actual }) => (actual >= p10 && actual <= p90 ? 1 : 0)),
    width80: average(({ p10, p90, actual }) => (p90 - p10) / actual),
    meanForecast: average(({ mean }) => mean),
    meanActual: average(({ actual }) => actual),
  };
}

function sumOf<Row>(rows: readonly Row[], figure: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + figure(row), 0);
}

/** A day where the instant is one. */
export function iso(at: EpochMs): string {
  const text = new Date(at).toISOString();
  return at % DAY_MS === 0 ? text.slice(0, 10) : text;
}
