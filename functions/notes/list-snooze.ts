import { DAY_MS, type EpochMs, shardOf } from '@deal-stage-insights/shared';
import type { DealNotesStore } from '../ports/deal-notes-store.ts';
import type { RollupQueue } from '../ports/queues.ts';
import type { SnoozeStore } from '../ports/snooze-store.ts';

const KEPT_MS = 7 * DAY_MS; // Longer than any time zone is ahead, and than a write may be under way.

export interface ListSnoozeDeps {
  readonly dealNotes: Pick<DealNotesStore, 'readForChange'>;
  readonly snoozeStore: Pick<SnoozeStore, 'listSnooze'>;
  readonly rollupQueue: RollupQueue;
}

/**
 * Lets reports know whether a deal waits, as its notes say now, and asks for them to be made again. To be called after each
 * change of a snooze and each repeat of one: a crash in between is healed by the repeat.
 */
export async function listSnooze(
  { dealNotes, snoozeStore, rollupQueue }: ListSnoozeDeps,
  dealId: string,
  now: EpochMs,
): Promise<void> {
  const { version, notes } = await dealNotes.readForChange(dealId);
  if (version === 0) return; // Nobody ever noted anything: it is in no list.
  const { snooze } = notes;
  const endsAt = snooze === null ? now : Math.max(now, Date.parse(snooze.untilDay));
  await snoozeStore.listSnooze({ dealId, snooze, notesVersion: version, overAt: endsAt + KEPT_MS });
  await rollupQueue.sendShards([shardOf(dealId)]);
}
