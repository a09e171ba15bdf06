import type { Estimate } from './estimate.ts';
import type { StageView } from './pipelines.ts';
import type { ReportHead } from './report.ts';

/** Answer of `GET /v1/pipelines/{id}/sources`: what becomes of the deals of each lead source, stage by stage. */
export interface SourcesReport extends ReportHead {
  /** By number of deals that left a stage in the period, the most first; at most 20, what is smaller together as `others`. */
  readonly sources: readonly SourceFigures[];
}

export interface SourceFigures {
  /** As HubSpot names it, such as `ORGANIC_SEARCH`; null: unset. A source has no history: it is as now. */
  readonly source: string | null;
  /** The sources beyond the twentieth, taken together. */
  readonly isOthers: boolean;
  /** Deals that began in the period. */
  readonly newDeals: number;
  /** Deals that closed in the period. */
  readonly won: number;
  readonly lost: number;
  /** Won of those that closed. */
  readonly winRate: Estimate;
  /** The same drawn towards the whole pipeline by as much as it lacks deals of its own; `from` and `n`: what it mostly rests on. Null in older reports. */
  readonly winRateDrawn: Estimate | null;
  readonly wonAmount: number;
  readonly wonWithoutAmount: number;
  readonly stages: readonly SourceStage[];
  readonly cell: string;
}

export interface SourceStage {
  readonly stage: StageView;
  /** Visits that ended in the period; of them those that led on (to a later stage or the win), and those that were lost. */
  readonly left: number;
  readonly ledOn: number;
  readonly lost: number;
  readonly ledOnShare: Estimate;
  /** The same drawn towards all sources of the stage, and these towards all stages: told of the smallest source too. Null in older reports. */
  readonly ledOnShareDrawn: Estimate | null;
  /** The same of all other sources together. */
  readonly ledOnShareOfOthers: Estimate;
  /** Against the other sources; after correction for all sources and stages (Benjamini-Hochberg, q = .1). */
  readonly verdict: 'below' | 'above' | 'not-distinguishable' | 'insufficient';
  /** Mean days up to `SOURCE_DWELL_UP_TO_DAYS`, visits that still run counted as "at least this long". */
  readonly dwellDaysMean: Estimate;
  /** How fast visits leave against those of all sources at the same ages, drawn towards 1: 1.2 is a fifth faster. Null in older reports. */
  readonly pace: Estimate | null;
  readonly cell: string;
}

export const SOURCE_DWELL_UP_TO_DAYS = 90;
