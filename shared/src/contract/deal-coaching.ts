import type { ExitKind } from './deal-insights.ts';
import type { Estimate } from './estimate.ts';
import type { Bilingual, Evidence } from './hints.ts';
import type { Money } from './money.ts';

/** What the record itself says, as last read. Null where it says nothing. */
export interface DealFacts {
  readonly name: string | null;
  readonly ownerId: string | null;
  readonly dealType: string | null;
  readonly source: string | null;
  /** In the company's currency at the deal's own rate; null where unset or not to be converted. */
  readonly amount: Money | null;
  readonly closeAt: number | null;
  /** How often the close date was moved to a later day, and by how many days in all. */
  readonly closeDatePushes: number;
  readonly closeDatePushedDays: number;
  readonly nextActivityAt: number | null;
  readonly lastContactedAt: number | null;
  readonly contacts: number | null;
  readonly lostReason: string | null;
}

/** "In Proposal for 23 days: longer than 8 of 10 deals that were won from here." */
export interface HeadlineView {
  readonly ageDays: number;
  /** Of the deals that were won after a visit of this stage, the share whose (last) visit of it was over by this age. */
  readonly shareOfWonGoneByNow: Estimate;
}

/**
 * What is likely next, of a deal that is still in its stage at its present age. `won` and `lost` are moves straight to a closed
 * stage, `elsewhere` is another pipeline, `still-here` no exit by then. The shares of one day sum to 1.
 */
export interface OutcomesByDay {
  /** Days from now. */
  readonly days: number;
  readonly shares: readonly OutcomeShare[];
}

export interface OutcomeShare {
  readonly kind: OutcomeKind;
  readonly share: Estimate;
}
export type OutcomeKind =
  | Extract<ExitKind, 'advanced' | 'skipped' | 'back' | 'won' | 'lost'>
  | 'elsewhere'
  | 'still-here';

/** When a deal like this is won, if it is won: the middle half of the time, beside the date that was typed. */
export interface CloseWindowView {
  /** A quarter, half and three quarters of such wins have come by these instants (epoch ms). */
  readonly fromAt: number;
  readonly medianAt: number;
  readonly toAt: number;
  /** Share of such wins between `fromAt` and `toAt`: 0.5. */
  readonly level: number;
  /** Visits that the window rests on. */
  readonly n: number;
  readonly typedAt: number | null;
  /** Where the typed date lies. `passed`: before now; `before`, `within`, `after`: the window. */
  readonly typed: 'none' | 'passed' | 'before' | 'within' | 'after';
}

/** The chance of winning at past instants of this deal, oldest first, all by the model of today: what age and stage made of it. */
export interface WinTrendPoint {
  readonly at: number;
  readonly stageId: string;
  /** Null where the model tells no chance for the stage. */
  readonly withinHorizon: number | null;
  readonly ever: number | null;
}

/** Something known of this deal that goes with winning more, or less, often among past deals. It says nothing of why. */
export interface ReasonView {
  /** A newer API may have reasons that a card does not know. */
  readonly reasonId: string;
  readonly direction: 'for' | 'against';
  readonly message: Bilingual;
  readonly evidence: readonly Evidence[];
  readonly n: number;
}

export interface ExitCriteriaView {
  readonly stageId: string;
  /** What this stage should lead to, as settings say it, and how often deals with it are expected to be won (0–1). */
  readonly expectedOutcome: { readonly label: string; readonly probability: number } | null;
  readonly expectedDays: number | null;
  readonly guide: string | null;
  readonly criteria: readonly ExitCriterionView[];
}

export interface ExitCriterionView {
  readonly criterionId: string;
  /** As an admin wrote it. */
  readonly label: string;
  /** `unknown`: the app does not read what would show it yet. */
  readonly state: 'met' | 'open' | 'unknown';
  /** What the record shows, as HubSpot stores it. */
  readonly shows: string | null;
}

/** A past deal of the same stage that was won or lost, like this one in amount and source as far as there are such. */
export interface SimilarDeal {
  readonly dealId: string;
  /** Null where settings keep deals from people who may not see them. */
  readonly name: string | null;
  readonly outcome: 'won' | 'lost';
  readonly closedAt: number;
  /** Days in this stage, and from the first entry to the close. */
  readonly daysInStage: number;
  readonly cycleDays: number;
  readonly amount: Money | null;
  readonly source: string | null;
  readonly isSameAmountBand: boolean;
  readonly isSameSource: boolean;
}

/** "Legitimately waiting": until then the deal is not called stalled, and gets no hint. */
export interface SnoozeView {
  readonly reason: string;
  /** The last day of it, in the portal's time zone. */
  readonly untilDay: string;
  readonly isActive: boolean;
  readonly setAt: number;
}
