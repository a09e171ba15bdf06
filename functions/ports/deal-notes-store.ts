import type { EpochMs, Snooze } from '@deal-stage-insights/shared';

/** What people noted of a deal on its card. HubSpot knows nothing of it. */
export interface DealNotes {
  readonly snooze: Snooze | null;
  /** By hint id: since when it is not shown. */
  readonly dismissed: Readonly<Record<string, EpochMs>>;
  /** By hint id. */
  readonly tasks: Readonly<Record<string, TaskClaim>>;
}

/** One follow-up task: claimed before it is created, so that a repeat knows to look for it. */
export interface TaskClaim {
  readonly claimedAt: EpochMs;
  /** False while the call that claimed it may still be at work. */
  readonly isOver: boolean;
  readonly created: { readonly taskId: string; readonly createdAt: EpochMs } | null;
}

export const NO_NOTES: DealNotes = { snooze: null, dismissed: {}, tasks: {} };

export interface DealNotesStore {
  /** For the card: eventually consistent, one item. */
  read(dealId: string): Promise<DealNotes>;
  /** Strongly consistent, with the version that the next write is conditioned on; 0: nothing stored. */
  readForChange(dealId: string): Promise<{ readonly version: number; readonly notes: DealNotes }>;
  store(dealId: string, notes: DealNotes, expectedVersion: number): Promise<'stored' | 'lost-race'>;
  /** Also in the list of those that wait. */
  forget(dealId: string): Promise<void>;
}
