import type { ArrivalKind, ExitKind } from './deal-insights.ts';
import type { Estimate } from './estimate.ts';
import type { StageView } from './pipelines.ts';
import type { DayPeriod, ReportHead } from './report.ts';

/** Answer of `GET /v1/pipelines/{id}/flow`: the live stages in display order. */
export interface FlowReport extends ReportHead {
  readonly stages: readonly FlowStage[];
}

export interface FlowStage {
  readonly stage: StageView;
  readonly now: FlowFigures;
  readonly before: FlowFigures;
  /** The whole weeks before the report's day, Monday to Sunday, oldest first. */
  readonly weeks: readonly FlowFigures[];
  /** Does work in progress grow, over these weeks? */
  readonly drift: {
    readonly verdict: 'filling' | 'draining' | 'no-clear-change' | 'insufficient';
    /** Deals a week. */
    readonly perWeek: Estimate;
  };
}

/** `atEnd - atStart` is the sum of `arrivals` less the sum of `exits`, always. */
export interface FlowFigures extends DayPeriod {
  readonly arrivals: Readonly<Record<ArrivalKind, number>>;
  readonly exits: Readonly<Record<ExitKind, number>>;
  /** Deals in the stage at the bounds. */
  readonly atStart: number;
  readonly atEnd: number;
  readonly inProgressMean: number;
  /** What the deals that left explain of `inProgressMean` (Little's law); null when none left. */
  readonly flowing: number | null;
  readonly throughputPerDay: number;
}
