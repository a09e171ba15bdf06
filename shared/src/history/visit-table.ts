import type { EpochMs } from './instant.ts';

/** How a visit ended, before any stage order is known. Advance, back and skip are told apart by metadata, later. */
export const EXIT_CODES = ['open', 'transition', 'moved', 'merged', 'deleted'] as const;
export type ExitCode = (typeof EXIT_CODES)[number];
export const ARRIVAL_CODES = ['entered', 'late', 'restored'] as const;
export type ArrivalCode = (typeof ARRIVAL_CODES)[number];
export const ORIGIN_CODES = ['unknown', 'person', 'workflow', 'import', 'api', 'merge'] as const;
export type OriginCode = (typeof ORIGIN_CODES)[number];

/**
 * The visits of one pipeline, one column an attribute: what a decoded visit block is, and what every estimator reads.
 * Rows of a deal are adjacent and in order of time. Visits of closed stages are rows too (they are open, or end by a reopening).
 */
export interface VisitTable {
  readonly pipelineId: string;
  readonly length: number;
  readonly dealIds: readonly string[];
  /** Raw stage ids; `stage` and `toStage` index into it. */
  readonly stageIds: readonly string[];
  /** Owner ids; index 0 is the empty string: no owner. */
  readonly ownerIds: readonly string[];
  readonly deal: Uint32Array;
  readonly stage: Uint16Array;
  /** Epoch ms. */
  readonly enteredAt: Float64Array;
  /** Epoch ms; NaN while the visit is open. */
  readonly exitedAt: Float64Array;
  /** Index of the next stage; -1 when the visit is open or ended without one. */
  readonly toStage: Int32Array;
  /** Index into EXIT_CODES, ARRIVAL_CODES, ORIGIN_CODES (origin of the change that began the visit). */
  readonly exit: Uint8Array;
  readonly arrival: Uint8Array;
  readonly origin: Uint8Array;
  /** Owner when the visit ended, or now. */
  readonly owner: Uint16Array;
  /**
   * 0 for `entered`. For a `late` arrival `enteredAt` is the first instant known and the true entry is earlier: this is the most
   * that the visit's age can have been by then (0 where even that is unknown). Such a visit must be left out of dwell, or enter
   * risk sets late.
   */
  readonly observedFromMs: Float64Array;
  readonly newestChangeAt: EpochMs;
}
