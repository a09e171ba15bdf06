import type { Estimate } from './estimate.ts';
import type { ReportHead } from './report.ts';

export const OVERVIEW_FIGURES = [
  'open-value',
  'open-deals',
  'new-deals',
  'won-deals',
  'won-value',
  'win-rate',
  'cycle-days',
  'velocity',
] as const;
export type OverviewFigureId = (typeof OVERVIEW_FIGURES)[number];

/** Answer of `GET /v1/pipelines/{id}/overview`: how the period went, figure by figure, against the one before it. */
export interface OverviewReport extends ReportHead {
  /** In the order of OVERVIEW_FIGURES. */
  readonly figures: readonly OverviewFigure[];
  /** In the order of RECORD_FIGURES. Null: of an API that does not tell them yet. */
  readonly recordFigures: readonly RecordFigure[] | null;
}

export const RECORD_FIGURES = ['stalled-value', 'hygiene-score'] as const;
export type RecordFigureId = (typeof RECORD_FIGURES)[number];

/**
 * What the records are worth. `stalled-value`: amounts of the deals that were stalled, at the end of the period and at its
 * beginning, both by the model of the report's instant. `hygiene-score`: points of 100, of the period and of the one before;
 * faults of which the record keeps no history count in both as they are now.
 */
export interface RecordFigure extends ComparedFigure {
  readonly figure: RecordFigureId;
  readonly unit: 'money' | 'points';
}

export interface OverviewFigure extends ComparedFigure {
  readonly figure: OverviewFigureId;
  readonly unit: 'money' | 'deals' | 'share' | 'days' | 'money-a-day';
}

interface ComparedFigure {
  /** `end`: as it stood at the end of the period, and at its beginning. `sum`: all of the period, and of the one before. */
  readonly taken: 'end' | 'sum';
  readonly now: OverviewValue;
  readonly before: OverviewValue;
  readonly change: OverviewChange;
  /** Whether more of it is better; `neither`: it depends. */
  readonly better: 'up' | 'down' | 'neither';
  /** What a share is of, and how many that is: deals that closed in the period. */
  readonly of: { readonly now: number; readonly before: number } | null;
  /** Deals that are in the figure without an amount, and so in no sum of money. */
  readonly withoutAmount: number;
  /** The place of the figure: asks for the deals behind it. */
  readonly cell: string;
}

/** A sum or a count is known and has no interval; a rate or a duration is an estimate. */
export type OverviewValue = Counted | Estimate;

export interface Counted {
  readonly kind: 'counted';
  readonly value: number;
  /** Deals that it rests on. */
  readonly n: number;
}

/** `difference` is now - before, of velocity the logarithm of their ratio; null where one of them is not known. */
export interface OverviewChange {
  readonly verdict: 'up' | 'down' | 'no-clear-change' | 'insufficient';
  readonly difference: number | null;
  /** Limits at 95 %; null with a verdict of `insufficient`. */
  readonly low: number | null;
  readonly high: number | null;
}
