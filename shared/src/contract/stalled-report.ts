import type { StalledView } from './deal-insights.ts';
import type { Estimate } from './estimate.ts';
import type { Bilingual, Evidence } from './hints.ts';
import type { StageView } from './pipelines.ts';
import type { ReportHead } from './report.ts';

/**
 * Answer of `GET /v1/pipelines/{id}/stalled`: the deals that have been in their stage for too long, at the report's instant. A
 * period plays no part. Verdicts are those of the cards, by the figures of the whole pipeline whatever the filters; chances are
 * those of the life table, as in verdicts and forecasts.
 */
export interface StalledReport extends ReportHead {
  /** In columns `open`, `stalled`, `on-track`, `unjudged` and `waiting` of the whole report, and of each stage: asks for the deals. */
  readonly verdicts: StalledDealCounts;
  /** Amount of the stalled deals, and of it what their chances still come to: sum of amount × chance ever to be won. */
  readonly amount: number;
  readonly valueAtStake: number;
  readonly stages: readonly StalledStage[];
  /** By value at stake, the most first; then by amount, by age; at most 200. */
  readonly rows: readonly StalledDeal[];
  readonly rowsInAll: number;
  /** Deals that wait with reason, the first to end first; at most 200. Null: of an API that does not tell them apart yet. */
  readonly waiting: readonly SnoozedDeal[] | null;
  /** What the flag was worth on the past of this pipeline, beside simpler ones. Null: too little past. */
  readonly flagQuality: FlagQuality | null;
}

/** Of the deals in open stages: stalled, on track, unjudged and waiting sum to `open`. Parked deals are not among them. */
export interface StalledDealCounts {
  readonly open: number;
  readonly stalled: number;
  readonly onTrack: number;
  /** Too little is known to say. */
  readonly unjudged: number;
  /** Said on their cards to wait with reason, whatever the verdict. Null: of an API that does not tell them apart yet. */
  readonly waiting: number | null;
  /** Among the stalled: without an amount, or not to be converted. They are at the end of the list. */
  readonly stalledWithoutAmount: number;
  /** Among the stalled with an amount: of a chance that cannot be told. They are in `amount`, and not in `valueAtStake`. */
  readonly stalledWithoutChance: number;
}

/** A deal of which somebody said on its card that it waits with reason. */
export interface SnoozedDeal {
  readonly dealId: string;
  readonly name: string | null;
  readonly stage: StageView;
  readonly ageDays: number;
  readonly isAtLeast: boolean;
  readonly amount: number | null;
  readonly reason: string;
  /** Its last day, `YYYY-MM-DD`. */
  readonly untilDay: string;
}

export interface StalledStage {
  readonly stage: StageView;
  /** The place of the figure: asks for the deals behind it. */
  readonly cell: string;
  readonly open: number;
  readonly stalled: number;
  readonly amount: number;
  readonly valueAtStake: number;
}

export interface StalledDeal {
  readonly dealId: string;
  readonly name: string | null;
  readonly stage: StageView;
  readonly ageDays: number;
  /** The entry is older than what history shows. */
  readonly isAtLeast: boolean;
  readonly amount: number | null;
  readonly winEver: Estimate;
  readonly valueAtStake: number | null;
  readonly verdict: StalledView;
  readonly reason: Bilingual;
  readonly evidence: readonly Evidence[];
  readonly nextStep: Bilingual;
  /** As now: the record keeps no history of them. Null also where the next activity has passed. */
  readonly nextActivityAt: number | null;
  readonly lastContactedAt: number | null;
  readonly closeAt: number | null;
}

/**
 * Had the flag been there on past Mondays, on which deals would it have stood, and what came of them? Of a large pipeline a
 * sample of its deals is asked about.
 */
export interface FlagQuality {
  /** Deal × past Monday with a known outcome, and those without, which are in no figure. */
  readonly rows: number;
  readonly unresolved: number;
  readonly rules: readonly FlagQualityRule[];
}

export const STALL_RULES = [
  'own',
  'older-than-won',
  'older-than-advanced',
  'older-than-closed',
  'fixed-14-days',
  'fixed-30-days',
] as const;
/** Ways to call a deal stalled: the product's own, and simpler ones that are in use. */
export type StallRule = (typeof STALL_RULES)[number];

export interface FlagQualityRule {
  readonly rule: StallRule;
  readonly title: Bilingual;
  readonly flaggedShare: Estimate;
  /** Lost of the flagged. */
  readonly precision: Estimate;
  /** Flagged of those that were lost, and of those that were won: the false alarms. */
  readonly lossesCaught: Estimate;
  readonly winsFlagged: Estimate;
  /** Median days from the first flag of a lost deal to its loss. */
  readonly leadDaysMedian: number | null;
}
