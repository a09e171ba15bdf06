import type { Estimate } from './estimate.ts';
import type { StageView } from './pipelines.ts';
import type { ReportHead } from './report.ts';

/**
 * Answer of `GET /v1/pipelines/{id}/reps`, over whole months: the last twelve unless the question says otherwise. A visit counts
 * for whoever owned the deal when it ended, or at the end of the period while it ran: never for the owner now.
 */
export interface RepsReport extends ReportHead {
  /** `own`: the asker's row beside the bands of groups; `named`: the reps of the teams that the asker sees as well. */
  readonly view: 'own' | 'named';
  /** Null: the asker owned no deal in the period. */
  readonly own: RepRow | null;
  /** In order of owner id, never of merit. Empty in the view `own`. */
  readonly reps: readonly RepRow[];
  /** Named view: the reps with fewer than `needed` closed deals, compared together. Null: there are none. */
  readonly pooled: PooledReps | null;
  /** The asker's teams, or those that a manager sees; the whole pipeline last. Groups that would tell of single reps are left out. */
  readonly bands: readonly RepBand[];
  /** False: in some month others were fewer than `othersMin`, so that a comparison would tell of them. The own row then holds counts alone. */
  readonly isCompared: boolean;
  /** Closed deals from which on a rep is compared. */
  readonly needed: number;
  /** Factor on all variances; 1: reps differ no more than chance makes them. */
  readonly overDispersion: number;
  /** Figures of fewer other reps than this are in no band. */
  readonly othersMin: number;
}

/** What a rep did with deals, compared with what all reps together do with the same deals. */
export interface RepFiguresView {
  /** Deals in live stages that were the rep's. */
  readonly owned: number;
  /** Visits of live stages that began. */
  readonly entered: number;
  readonly won: number;
  readonly lost: number;
  /** Won, in the company's currency; deals without an amount count nothing. */
  readonly wonAmount: number;
  /** Of all that the pipeline won: the rep's part of its velocity. Null: nothing with an amount was won, or it is not compared. */
  readonly velocityShare: number | null;
  /** Exits from stages / those that visits of the same stages and ages make usually, shrunk towards 1. Above 1: sooner. */
  readonly pace: Estimate;
  /** Null: too few closed deals to compare, or it is not compared. */
  readonly comparison: RepComparisonView | null;
  /** None where it is not compared: each stands beside the rate of all. */
  readonly conversions: readonly RepConversion[];
}

export interface RepRow extends Omit<RepFiguresView, 'pace'> {
  /** Null: it is not compared. */
  readonly pace: RepFiguresView['pace'] | null;
  readonly ownerId: string;
  /** Null: HubSpot does not tell, or it is the asker's own row. */
  readonly name: string | null;
  readonly isDeparted: boolean;
}

export interface PooledReps {
  readonly reps: number;
  readonly comparison: RepComparisonView | null;
}

/** Wins and chances passed on (`achieved`) against the chances of the deals when the rep moved them first (`expected`). */
export interface RepComparisonView {
  readonly expected: number;
  readonly achieved: number;
  /** Achieved - expected, in deals. */
  readonly difference: number;
  readonly ratio: number;
  /** The ratio, shrunk towards 1 by what all reps say about differences. */
  readonly shrunk: Estimate;
  /** Funnel: where the ratio lies in 95 and in 99.8 of 100 cases without a difference. */
  readonly limits95: RatioLimits;
  readonly limits998: RatioLimits;
  /** Null for pooled reps. */
  readonly verdict: 'better' | 'worse' | 'not-distinguishable' | null;
  /** After Benjamini and Hochberg, over all compared reps. */
  readonly adjustedPValue: number | null;
}

export interface RatioLimits {
  readonly low: number;
  readonly high: number;
}

/** Moves out of a stage that led on, and those that would at the rate of all. */
export interface RepConversion {
  readonly stage: StageView;
  readonly moves: number;
  readonly ledOn: number;
  readonly expected: number;
  readonly rate: Estimate;
}

/** How the reps of a group spread. */
export interface RepBand {
  /** Null: the whole pipeline. */
  readonly teamId: string | null;
  readonly label: string | null;
  /** Reps with a deal in the period. */
  readonly reps: number;
  readonly measures: Readonly<Record<RepMeasure, MeasureBand>>;
  readonly conversions: readonly { readonly stage: StageView; readonly rate: MeasureBand }[];
}

/** `ratio` is achieved / expected as seen; `winRate` won / (won + lost), of reps who closed enough. */
export type RepMeasure = 'ratio' | 'winRate' | 'pace' | 'owned' | 'entered' | 'won' | 'velocityShare';

/** The team band: the median of the group's reps with their 10 to 90 % range. `too-few`: it would tell of single reps. */
export type MeasureBand =
  | { readonly kind: 'band'; readonly low: number; readonly median: number; readonly high: number; readonly n: number }
  | { readonly kind: 'too-few' };
