import type { EpochMs, Snooze } from '@deal-stage-insights/shared';

/**
 * Which deals wait with reason, all in one place: what reports have to know of the notes on cards. Made from the notes; these
 * are the memory.
 */
export interface SnoozeStore {
  /** By deal id, those whose last day may not be over yet. */
  readSnoozes(): Promise<ReadonlyMap<string, Snooze>>;
  /** What the notes say, in their version: it takes the place of an earlier version's, never of a later one's. */
  listSnooze(listed: ListedSnooze): Promise<void>;
}

export interface ListedSnooze {
  readonly dealId: string;
  /** Null: it does not wait any more. */
  readonly snooze: Snooze | null;
  readonly notesVersion: number;
  /** From then on nobody needs to know of it. */
  readonly overAt: EpochMs;
}
