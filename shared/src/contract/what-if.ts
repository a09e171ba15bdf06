import type { Insufficient } from './estimate.ts';
import type { RevenueRange } from './forecast-report.ts';
import type { Stamp } from './stamp.ts';

/** Body of `POST /v1/pipelines/{id}/what-if`. Arithmetic on the measured pipeline, not a promise. */
export interface WhatIfQuestion {
  /** 1 to 10, applied together. */
  readonly changes: readonly WhatIfChange[];
  /** 1 to 180; left out: the headline horizon. */
  readonly horizonDays?: number;
  /** The same seed gives the same answer; left out: 1. */
  readonly seed?: number;
}

export type WhatIfChange =
  /** Who would stay in the stage for longer than `days` leaves it then, to where they would have gone. Who never left still never leaves. */
  | { readonly kind: 'cut-slow-tail'; readonly stageId: string; readonly days: number }
  /** So much (0–1) of the visits that would be lost in the stage go on instead, at the same time, to where others go on. */
  | { readonly kind: 'lift-conversion'; readonly stageId: string; readonly shareOfLosses: number }
  /** The deal is lost today. */
  | { readonly kind: 'lose-deal'; readonly dealId: string };

/** Answer of it. All amounts are in major units of `currency`, the company's. */
export interface WhatIfAnswer extends Stamp {
  readonly pipelineId: string;
  readonly currency: string;
  readonly horizonDays: number;
  readonly seed: number;
  /** As asked, each with what it touches. */
  readonly changes: readonly AppliedChange[];
  /** Insufficient: too little is known of this pipeline to say a forecast. */
  readonly before: WhatIfFigures | Insufficient;
  readonly after: WhatIfFigures | Insufficient;
}

export interface AppliedChange {
  readonly change: WhatIfChange;
  /** Open deals in the stage, or the deal itself; 0: it changes nothing, and `reason` says why. */
  readonly openDeals: number;
  readonly reason: 'applied' | 'unknown-stage' | 'unknown-deal' | 'too-little-known';
}

export interface WhatIfFigures {
  /** Revenue of the horizon from deals open today, from deals to come, and in all; without widening. */
  readonly open: RevenueRange;
  readonly newBusiness: RevenueRange | Insufficient;
  readonly total: RevenueRange;
  /** Deals won within the horizon, of those open today. */
  readonly expectedWins: number;
  /** Chance ever to be won, of a deal that enters the pipeline now. */
  readonly winEver: number | null;
}
