import { type BackfillProgress, DAY_MS, type EpochMs } from '@deal-stage-insights/shared';
import { AppError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { BackfillWindow, SyncStore } from '../ports/sync-store.ts';

export interface StartDeps {
  readonly sync: Pick<SyncStore, 'readCheckpoint' | 'storeCheckpoint'>;
  readonly clock: Clock;
}

/** Makes the checkpoint that a run goes on from. A backfill that is running already is answered as it is. */
export async function startBackfill({ sync, clock }: StartDeps): Promise<BackfillProgress> {
  const latest = await sync.readCheckpoint();
  if (latest?.checkpoint.progress.state === 'running') return latest.checkpoint.progress;
  const startedAt = clock.now();
  const progress: BackfillProgress = {
    backfillId: `backfill-${startedAt}`,
    state: 'running',
    startedAt,
    finishedAt: null,
    dealsFound: null,
    dealsRead: 0,
    waitsUntil: null,
  };
  const checkpoint = { progress, windows: windowsUpTo(startedAt), pendingShards: [] };
  const stored = await sync.storeCheckpoint(checkpoint, latest?.version ?? 0);
  if (stored === 'lost-race') throw new AppError('conflict', 'Another backfill was started in this moment.');
  return progress;
}

const AGES_DAYS = [-1, 45, 90, 180, 365, 730, 1460, 2920];
const CENTURY_DAYS = 36_525; // A creation date can be typed: also one in the future, or before computers.

/** Most deals are young: windows that double backwards give all workers something to do from the first moment. */
function windowsUpTo(now: EpochMs): readonly BackfillWindow[] {
  const bounds = [-CENTURY_DAYS, ...AGES_DAYS, CENTURY_DAYS].map((days) => now - days * DAY_MS);
  return bounds.slice(1).map((from, index) => ({ from, to: bounds[index] ?? from, cursor: null }));
}
