import type { BackfillProgress, EpochMs } from '@deal-stage-insights/shared';
import { AppError, DailyLimitError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { DeadLetterStore } from '../ports/dead-letter-store.ts';
import type { DealSource } from '../ports/deal-source.ts';
import type { StatusStore } from '../ports/status-store.ts';
import type { SyncStore } from '../ports/sync-store.ts';
import type { ReadAndRecordDeps } from '../read-and-record.ts';
import { noteRefusal } from '../note-refusal.ts';
import { portalDayEnd } from '../portal-day.ts';
import { type SnapshotDeps, snapshotReferences } from '../reconcile/snapshot-references.ts';
import { type Journal, openJournal } from './journal.ts';
import { readWindows } from './read-windows.ts';

export interface BackfillDeps extends ReadAndRecordDeps, SnapshotDeps {
  readonly source: DealSource;
  readonly sync: SyncStore;
  readonly status: Pick<StatusStore, 'mark'>;
  readonly deadLetters: Pick<DeadLetterStore, 'keep'>;
  readonly log: Log;
}

/**
 * Goes on with the running backfill from its checkpoint until it is done, or until `until`. A kill at any point costs what
 * was under way: these deals are read again, without a write. Of two runs the later one goes on, the other gives up.
 * When the account's calls of the day are nearly used up it waits for the next day: what is left serves live work.
 * Answers where the backfill stands; null when there never was one.
 */
export async function runBackfill(deps: BackfillDeps, until: EpochMs): Promise<BackfillProgress | null> {
  const latest = await deps.sync.readCheckpoint();
  if (latest?.checkpoint.progress.state !== 'running') return latest?.checkpoint.progress ?? null;
  if ((latest.checkpoint.progress.waitsUntil ?? 0) > deps.clock.now()) return latest.checkpoint.progress;
  const journal = openJournal(deps, latest);
  try {
    await snapshotReferences(deps);
    await readWindows({ ...deps, rollupQueue: journal.shardsSeen }, journal, until);
    if (journal.windows().length > 0) return await journal.save();
    await deps.status.mark('read', deps.clock.now());
    await deps.sync.storeWatermark(journal.progress().startedAt);
    return await journal.finish('done');
  } catch (error) {
    if (error instanceof DailyLimitError) return waitForTomorrow(deps, journal);
    deps.log.error('backfill interrupted', { ...journal.progress(), error });
    await noteRefusal(deps.status, error, deps.clock.now());
    const code = error instanceof AppError ? error.code : null;
    // A refusal will not pass by itself and ends the backfill; anything else is gone on with by the next run.
    if (code === 'internal') await journal.finish('failed');
    else if (code !== 'conflict') await journal.save();
    throw error;
  }
}

async function waitForTomorrow(deps: BackfillDeps, journal: Journal): Promise<BackfillProgress> {
  const timeZone = (await deps.reference.readAccount())?.timeZone ?? 'UTC';
  const progress = await journal.waitUntil(portalDayEnd(deps.clock.now(), timeZone));
  deps.log.info('backfill waits for the next day', { ...progress });
  return progress;
}
