import type { StageRole } from '../contract/pipelines.ts';
import type { Facts } from './deal-read.ts';
import type { EpochMs } from './instant.ts';
import type { ArrivalCode, ExitCode, OriginCode } from './visit-table.ts';

/** The life of one deal as its record tells it: what `foldDeal` answers. Oldest first throughout. */
export interface DealTimeline {
  readonly dealId: string;
  /** `deleted` and `merged` end the life; `erased` says nothing but that. */
  readonly status: 'live' | 'deleted' | 'merged' | 'erased';
  readonly createdAt: EpochMs | null;
  /** Newest instant of HubSpot's that the record reflects. */
  readonly recordedAt: EpochMs | null;
  readonly mergedIntoDealId: string | null;
  readonly visits: readonly StageVisit[];
  /** Owner id; empty: no owner. */
  readonly ownerChanges: readonly Change<string>[];
  /** In the deal's own currency, major units; null: unset or unreadable. */
  readonly amountChanges: readonly Change<number | null>[];
  readonly closeDateChanges: readonly Change<EpochMs | null>[];
  readonly facts: Facts;
}

export interface Change<T> {
  readonly at: EpochMs;
  readonly value: T;
  readonly origin: OriginCode;
}

/** One stay in one stage, `[enteredAt, exitedAt)`. */
export interface StageVisit {
  readonly pipelineId: string;
  readonly stageId: string;
  readonly role: StageRole;
  readonly enteredAt: EpochMs;
  /** Null while the deal is there. */
  readonly exitedAt: EpochMs | null;
  readonly exit: ExitCode;
  /** The next stage, in this or another pipeline; null when there is none. */
  readonly toStageId: string | null;
  readonly arrival: ArrivalCode;
  /** Of the change that began the visit. */
  readonly origin: OriginCode;
  /** For a `late` arrival the most that the visit's age can have been at `enteredAt` (0 where even that is unknown), else 0. */
  readonly observedFromMs: number;
  /** Owner when the visit ended, or now. Empty: none. */
  readonly ownerId: string;
  /** 1 for the first visit of this stage, 2 for the first return, … */
  readonly visitNumber: number;
  /** 1, and one more after each reopening: a move out of won or lost into an open or parked stage. */
  readonly episode: number;
  /** True when the visit began by a move back (see `exitKindOf`). */
  readonly isRegression: boolean;
  /** A pass through the stage that took no time. */
  readonly isSkip: boolean;
}
