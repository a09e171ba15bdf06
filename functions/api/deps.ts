import type { RequestErasureDeps } from '../erase/request-erasure.ts';
import type { Log } from '../log.ts';
import type { BlockStore } from '../ports/block-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeadLetterStore } from '../ports/dead-letter-store.ts';
import type { DealNotesStore } from '../ports/deal-notes-store.ts';
import type { DealStore } from '../ports/deal-store.ts';
import type { ErasureStore } from '../ports/erasure-store.ts';
import type { IngestQueue, RollupQueue } from '../ports/queues.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import type { ReportStore } from '../ports/report-store.ts';
import type { SecretSource } from '../ports/secret-source.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import type { SnoozeStore } from '../ports/snooze-store.ts';
import type { StatusStore } from '../ports/status-store.ts';
import type { SyncStore } from '../ports/sync-store.ts';
import type { TaskDesk } from '../ports/task-desk.ts';

/** Whose requests are accepted, and under which address HubSpot calls and signs them. */
export interface Installation {
  readonly portalId: string;
  readonly appId: string;
  /** Without a slash at its end. */
  readonly publicBaseUrl: string;
  /** Lower case. */
  readonly adminEmails: readonly string[];
}

type HealthReads = 'readMarks' | 'readArrivals' | 'readNightly' | 'readReconcile' | 'readSweep' | 'readLatestBackfill';

/** What is read, noted and asked of one deal. */
export interface DealApiDeps {
  readonly dealStore: Pick<DealStore, 'readDeal'>;
  readonly dealNotes: Pick<DealNotesStore, 'read' | 'readForChange' | 'store'>;
  readonly taskDesk: TaskDesk;
  readonly reportStore: Pick<ReportStore, 'readReport'>;
  readonly referenceStore: Pick<ReferenceStore, 'readPipelines' | 'readAccount' | 'readPeople'>;
  readonly settingsStore: SettingsStore;
  readonly snoozeStore: SnoozeStore;
  readonly ingestQueue: IngestQueue;
  readonly rollupQueue: RollupQueue;
  readonly secretSource: SecretSource;
  readonly clock: Clock;
  readonly log: Log;
  readonly installation: Installation;
}

export interface ApiDeps extends DealApiDeps {
  readonly blockStore: Pick<BlockStore, 'readHeads' | 'readChunks'>;
  readonly statusStore: Pick<StatusStore, HealthReads>;
  readonly sync: Pick<SyncStore, 'readCheckpoint' | 'storeCheckpoint'>;
  readonly deadLetters: Pick<DeadLetterStore, 'list'>;
  readonly erasing: RequestErasureDeps & { readonly erasures: Pick<ErasureStore, 'list'> };
}
