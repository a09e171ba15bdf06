import type { DwellQuantile } from './estimate.ts';
import type { Bilingual } from './hints.ts';
import type { StageView } from './pipelines.ts';
import type { ReportHead } from './report.ts';

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

/**
 * Answer of `GET /v1/pipelines/{id}/hygiene`: what is wrong with the records, so that figures made of them mislead. Moves of the
 * period are looked at, and what a record lacks in the open deals of its end (parked ones wait with reason: they are none).
 */
export interface HygieneReport extends ReportHead {
  readonly moves: number;
  readonly openDeals: number;
  /** 100 less the `points` of the faults: 100 where nothing was found. Null: there is nothing to look at. */
  readonly score: number | null;
  /** In the order of HYGIENE_FAULTS. */
  readonly faults: readonly HygieneFault[];
  /** What stage figures of the period say with all records, and without visits that began or ended with a faulty move (see `distorts`). */
  readonly effects: readonly HygieneEffect[];
  /** The newest first; at most 200. */
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
  /** Points of 100 that it costs, in tenths, and the most that it may cost: `pointsMax × min(1, found / of / 0.5)`. */
  readonly points: number;
  readonly pointsMax: number;
  /** The record keeps no history of it: it is as it is now, whatever the period. */
  readonly isAsNow: boolean;
  /** Visits that begin or end with such a move are left out of `withoutFaulty`: their length is not that of the work. */
  readonly distorts: boolean;
}

export interface HygieneEffect {
  readonly stage: StageView;
  readonly statistic: 'dwell-days-median' | 'advance-share' | 'loss-share';
  /** Days, or shares of the visits that ended in the period. */
  readonly all: DwellQuantile;
  readonly withoutFaulty: DwellQuantile;
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
