import type { Estimate } from './estimate.ts';
import type { Bilingual } from './hints.ts';
import type { StageView } from './pipelines.ts';
import type { Stamp } from './stamp.ts';

export const HYGIENE_FAULTS = [
  'skipped-stage',
  'moved-back',
  'rushed-moves',
  'bulk-move',
  'imported-move',
  'reopened-win',
  'unknown-stage',
  'close-date-passed',
  'close-date-pushed',
  'no-close-date',
  'no-next-activity',
  'no-amount',
  'criteria-not-met',
] as const;
export type HygieneFaultId = (typeof HYGIENE_FAULTS)[number];

/** Answer of `GET /v1/pipelines/{id}/hygiene`. Amounts are in major units of `currency`, the company's. */
export interface HygieneReport extends Stamp {
  readonly pipelineId: string;
  readonly label: string;
  readonly currency: string;
  /** Moves that began in it are looked at, `[fromAt, toAt)`; what a record lacks is looked at in the open deals of `toAt`. */
  readonly period: { readonly fromAt: number; readonly toAt: number };
  readonly moves: number;
  readonly openDeals: number;
  /** 100: nothing was found; see `points` of each fault. Null: there is nothing to look at. */
  readonly score: number | null;
  /** In the order of HYGIENE_FAULTS. */
  readonly faults: readonly HygieneFault[];
  /** What stage figures say with all records, and without those whose moves were rushed, in bulk, imported or skipped a stage. */
  readonly effects: readonly HygieneEffect[];
  /** The newest first. */
  readonly cases: readonly HygieneCase[];
  readonly casesInAll: number;
}

export interface HygieneFault {
  readonly fault: HygieneFaultId;
  readonly title: Bilingual;
  /** What counts as one, in a sentence. */
  readonly definition: Bilingual;
  /** The place of the figure: asks for the deals behind it. */
  readonly cell: string;
  /** What was looked at: moves, or open deals. */
  readonly unit: 'moves' | 'deals';
  readonly found: number;
  readonly of: number;
  readonly deals: number;
  /** Amount of the open deals among them. */
  readonly amount: number;
  /** Points of 100 that it costs, and the most that it may cost: `pointsMax × min(1, found / of / 0.5)`. */
  readonly points: number;
  readonly pointsMax: number;
  /** The record keeps no history of it: it is as it is now, whatever the period. */
  readonly isAsNow: boolean;
}

export interface HygieneEffect {
  readonly stage: StageView;
  readonly statistic: 'dwell-days-median' | 'advance-share' | 'loss-share';
  readonly all: Estimate;
  readonly withoutFaulty: Estimate;
  /** Visits that are left out. Together with those of `withoutFaulty` they are those of `all`. */
  readonly visitsLeftOut: number;
}

export interface HygieneCase {
  readonly dealId: string;
  readonly name: string | null;
  readonly fault: HygieneFaultId;
  /** Of the move, or of what the record lacks since. */
  readonly at: number;
  readonly stage: StageView;
  readonly toStage: StageView | null;
  readonly amount: number | null;
}
