import { type BackfillProgress, DAY_MS } from '@deal-stage-insights/shared';
import type { Clock } from '../ports/clock.ts';
import type { SyncStore } from '../ports/sync-store.ts';
import { AppError } from '../errors.ts';

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
  };
  // A creation date can be typed, and clocks differ: a day more than now, and deals that come meanwhile, do no harm.
  const windows = [{ from: 0, to: startedAt + DAY_MS, cursor: null }];
  const stored = await sync.storeCheckpoint({ progress, windows, pendingShards: [] }, latest?.version ?? 0);
  if (stored === 'lost-race') throw new AppError('conflict', 'Another backfill was started in this moment.');
  return progress;
}
