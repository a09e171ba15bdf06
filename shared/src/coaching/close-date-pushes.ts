import { DAY_MS, type EpochMs } from '../history/instant.ts';
import type { ChangeColumn } from '../history/visit-block.ts';

export interface CloseDatePushes {
  readonly pushes: number;
  readonly days: number;
  /** The last of them; null: there is none. */
  readonly lastPushAt: EpochMs | null;
}

/** One change of a close date; null: taken away. */
export interface DatedChange {
  readonly at: EpochMs;
  readonly value: EpochMs | null;
}

/**
 * How often was a close date moved to a later day, and by how many days in all? Days are UTC's, which is where HubSpot keeps
 * a date that was picked. Changes from `until` on do not count: HubSpot sets the date itself when a deal is closed.
 * @example closeDatePushes(timeline.closeDateChanges, closedAt ?? now)
 */
export function closeDatePushes(changes: readonly DatedChange[], until: EpochMs): CloseDatePushes {
  let [pushes, days] = [0, 0];
  let before: EpochMs | null = null;
  let lastPushAt: EpochMs | null = null;
  for (const { at, value } of changes) {
    if (at >= until) break;
    const moved = before === null || value === null ? 0 : Math.floor(value / DAY_MS) - Math.floor(before / DAY_MS);
    if (moved > 0) {
      pushes += 1;
      days += moved;
      lastPushAt = at;
    }
    before = value;
  }
  return { pushes, days, lastPushAt };
}

/** The changes of a deal's close date, oldest first, as a block keeps them. */
export function closeDateChangesOf({ start, at, value }: ChangeColumn, deal: number): readonly DatedChange[] {
  const changes: DatedChange[] = [];
  for (let place = start[deal] ?? 0; place < (start[deal + 1] ?? 0); place += 1) {
    const date = value[place] ?? Number.NaN;
    changes.push({ at: at[place] ?? 0, value: Number.isNaN(date) ? null : date });
  }
  return changes;
}
