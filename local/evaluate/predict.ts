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
import { type LandmarkRow, landmarkRows, type RoleOf } from './outcomes.ts';
import { stageRates } from './stage-rate.ts';

const WEEK_MS = 7 * DAY_MS;
const SEED = 1;

/** What is said of a deal at a landmark; null: not enough is known to say it. */
export interface Prediction extends LandmarkRow {
  readonly within: number | null;
  readonly ever: number | null;
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

/** Predictions for every deal that is in a live stage at the landmark of the model. */
export function predict(log: EvaluatedLog, model: PipelineModel): readonly Prediction[] {
  const { histories, roleOf, table } = log;
  const [landmark, horizonMs] = [model.asOf, log.horizonDays * DAY_MS];
  const rateOf = stageRates(trainingRows(log, landmark));
  const rows = landmarkRows(histories, roleOf, { landmark, horizonMs, logEndsAt: table.newestChangeAt });
  return rows.map((row) => {
    const chance = winAt(model, row.stageId, row.ageMs);
    return {
      ...row,
      within: valueOf(chance?.withinHorizon),
      ever: valueOf(chance?.ever),
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

function valueOf(estimate: Estimate | undefined): number | null {
  return estimate?.kind === 'estimate' ? estimate.value : null;
}
