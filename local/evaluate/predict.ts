import {
  buildPipelineModel,
  DAY_MS,
  type EpochMs,
  type Estimate,
  type PipelineModel,
  type PipelineView,
  type VisitTable,
  winAt,
} from '@deal-stage-insights/shared';
import type { LoggedHistory } from '../history-csv/logged-deal.ts';
import type { FactChances, MovingFact } from './facts/fact-chances.ts';
import { type LandmarkRow, landmarkRows, type RoleOf } from './outcomes.ts';
import { stageRates } from './stage-rate.ts';

const WEEK_MS = 7 * DAY_MS;
const SEED = 1;

/** What is said of a deal at a landmark; null: not enough is known to say it. */
export interface Prediction extends LandmarkRow {
  readonly within: number | null;
  readonly ever: number | null;
  /** What the life table alone says of being won within the horizon. */
  readonly lifeTable: number | null;
  /** The facts that moved `within` most; empty where the life table speaks alone. */
  readonly moved: readonly MovingFact[];
  /** What the stage rate says of being won within the horizon. */
  readonly stageRate: number | null;
}

export interface EvaluatedLog {
  readonly histories: readonly LoggedHistory[];
  readonly table: VisitTable;
  readonly pipeline: PipelineView;
  readonly roleOf: RoleOf;
  readonly horizonDays: number;
}

/** The model as the product would have made it at a landmark, from what was known then. */
export function modelAt({ table, pipeline, horizonDays }: EvaluatedLog, landmark: EpochMs): PipelineModel {
  return buildPipelineModel({ table, pipeline, asOf: landmark, horizonDays, seed: SEED, position: {} });
}

/**
 * Predictions for every deal that is in a live stage at the landmark of the model. Where the facts of deals are used, the
 * chance ever to be won moves by as much as that within the horizon.
 */
export function predict(log: EvaluatedLog, model: PipelineModel, facts: FactChances['of']): readonly Prediction[] {
  const { histories, roleOf, table } = log;
  const [landmark, horizonMs] = [model.asOf, log.horizonDays * DAY_MS];
  const rateOf = stageRates(trainingRows(log, landmark));
  const rows = landmarkRows(histories, roleOf, { landmark, horizonMs, logEndsAt: table.newestChangeAt });
  const historyOf = new Map(facts === null ? [] : histories.map((history) => [history.dealId, history]));
  return rows.map((row) => {
    const chance = winAt(model, row.stageId, row.ageMs);
    const [lifeTable, ever] = [valueOf(chance?.withinHorizon), valueOf(chance?.ever)];
    const history = historyOf.get(row.dealId);
    const byFacts = lifeTable === null || history === undefined ? null : (facts?.(history) ?? null);
    return {
      ...row,
      within: byFacts?.chance ?? lifeTable,
      ever:
        byFacts === null || lifeTable === null || ever === null ? ever : movedAlike(ever, lifeTable, byFacts.chance),
      lifeTable,
      moved: byFacts?.moved ?? [],
      stageRate: rateOf?.(row.stageId) ?? null,
    };
  });
}

/** Weekly landmarks whose horizon had passed at this one, back to the beginning of the log. */
function trainingRows({ histories, roleOf, horizonDays }: EvaluatedLog, landmark: EpochMs): readonly LandmarkRow[] {
  const horizonMs = horizonDays * DAY_MS;
  const firstAt = histories.reduce((first, { transitions }) => Math.min(first, transitions[0]?.at ?? first), landmark);
  const rows: LandmarkRow[] = [];
  for (let earlier = landmark - WEEK_MS; earlier > firstAt; earlier -= WEEK_MS) {
    if (earlier > landmark - horizonMs) continue;
    rows.push(...landmarkRows(histories, roleOf, { landmark: earlier, horizonMs, logEndsAt: landmark }));
  }
  return rows;
}

/** `ever` with its log-odds moved as those of `from` to `to`: it never falls below `to`. */
function movedAlike(ever: number, from: number, to: number): number {
  const odds = (p: number): number => Math.max(0.005, p) / (1 - Math.min(0.995, p));
  const moved = (odds(ever) * odds(to)) / odds(from);
  return Math.max(to, moved / (1 + moved));
}

function valueOf(estimate: Estimate | undefined): number | null {
  return estimate?.kind === 'estimate' ? estimate.value : null;
}
