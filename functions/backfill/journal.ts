import type { BackfillProgress, EpochMs } from '@deal-stage-insights/shared';
import { AppError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { RollupQueue } from '../ports/queues.ts';
import type { BackfillWindow, StoredCheckpoint, SyncStore } from '../ports/sync-store.ts';

const TELL_EVERY_DEALS = 20_000; // Rollup of a shard costs the same for one new deal as for a hundred.

export interface JournalDeps {
  readonly sync: Pick<SyncStore, 'storeCheckpoint'>;
  readonly rollupQueue: RollupQueue;
  readonly clock: Clock;
}

/** One page: of `window` remains `left`, after `recorded` more deals; `found` is how many it has, on its first page. */
interface BackfillStep {
  readonly window: BackfillWindow;
  readonly left: readonly BackfillWindow[];
  readonly recorded: number;
  readonly found: number;
}

/** What a run has done so far. A checkpoint never claims a deal whose shard it does not either carry or has told of. */
export interface Journal {
  readonly progress: () => BackfillProgress;
  readonly windows: () => readonly BackfillWindow[];
  /** Collects shards in place of telling rollup about them 50 deals at a time. */
  readonly shardsSeen: RollupQueue;
  /** Saves with every page: a kill costs what was under way, no more. */
  readonly advance: (step: BackfillStep) => Promise<void>;
  readonly save: () => Promise<BackfillProgress>;
  /** Saves, and says until when nobody goes on. */
  readonly waitUntil: (at: EpochMs) => Promise<BackfillProgress>;
  readonly finish: (state: 'done' | 'failed') => Promise<BackfillProgress>;
}

export function openJournal(deps: JournalDeps, stored: StoredCheckpoint): Journal {
  let { version } = stored;
  let progress: BackfillProgress = { ...stored.checkpoint.progress, waitsUntil: null };
  let windows = [...stored.checkpoint.windows];
  let pending = new Set(stored.checkpoint.pendingShards);
  let untold = 0;
  let lastStep: Promise<unknown> = Promise.resolve();

  /** One step after the other: what a checkpoint says was true at one moment. */
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const turn = lastStep.then(step);
    lastStep = turn.catch(() => undefined);
    return turn;
  };

  const tellRollup = async (): Promise<void> => {
    const telling = pending;
    pending = new Set();
    untold = 0;
    try {
      await deps.rollupQueue.sendShards([...telling]);
    } catch (error) {
      pending = new Set([...telling, ...pending]);
      throw error;
    }
  };

  const write = async (): Promise<BackfillProgress> => {
    const checkpoint = { progress, windows: [...windows], pendingShards: [...pending] };
    if ((await deps.sync.storeCheckpoint(checkpoint, version)) === 'lost-race') {
      throw new AppError('conflict', 'Another run goes on with this backfill.');
    }
    version += 1;
    return checkpoint.progress;
  };

  return {
    progress: () => progress,
    windows: () => windows,
    shardsSeen: {
      async sendShards(shards) {
        for (const shard of shards) pending.add(shard);
      },
    },
    async advance({ window, left, recorded, found }) {
      windows = windows.flatMap((other) => (other === window ? left : [other]));
      const { dealsFound, dealsRead } = progress;
      progress = { ...progress, dealsFound: (dealsFound ?? 0) + found, dealsRead: dealsRead + recorded };
      untold += recorded;
      if (untold >= TELL_EVERY_DEALS) await inTurn(tellRollup);
      await inTurn(write);
    },
    save: () => inTurn(write),
    waitUntil: (at) =>
      inTurn(() => {
        progress = { ...progress, waitsUntil: at };
        return write();
      }),
    finish: (state) =>
      inTurn(async () => {
        await tellRollup();
        progress = { ...progress, state, finishedAt: deps.clock.now() };
        return write();
      }),
  };
}
