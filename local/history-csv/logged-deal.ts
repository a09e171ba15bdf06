import type { EpochMs } from '@deal-stage-insights/shared';

/** One stage change of a log. `fromStage` is null at creation. */
export interface LoggedTransition {
  readonly at: EpochMs;
  readonly fromStage: string | null;
  readonly toStage: string;
  readonly resource: string;
}

/** The history of one deal, in order of time. */
export interface LoggedHistory {
  readonly dealId: string;
  readonly transitions: readonly LoggedTransition[];
}

/** What was known of a deal when it was created. */
export interface LoggedDeal {
  readonly dealId: string;
  readonly createdAt: EpochMs;
  readonly amount: number | null;
  readonly owner: string;
  /** Columns beyond the known ones: segments on offer. */
  readonly extra: Readonly<Record<string, string>>;
  /** Known at the end only: for scoring, never for a model. */
  readonly results: DealResults;
}

interface DealResults {
  readonly outcome: string;
  readonly closedAt: EpochMs | null;
  readonly closedAmount: number | null;
}

export interface LoggedActivity {
  readonly dealId: string;
  readonly at: EpochMs;
  readonly activity: string;
  readonly lifecycle: string;
}
