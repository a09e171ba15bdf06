import type { BackfillProgress, EpochMs } from '@deal-stage-insights/shared';

/** Marks that health reports: when each part last did its work, and when HubSpot last would not let it. */
export type Mark = 'webhook' | 'read' | 'nightly' | 'rollup' | 'tokenRefused' | 'dailyLimit';

/** What a delivery of webhooks was: the version of its signature, and the kinds of events in it. */
export const ARRIVALS = [
  'v3',
  'v1',
  'creation',
  'deletion',
  'restore',
  'merge',
  'propertyChange',
  'associationChange',
] as const;
export type Arrival = (typeof ARRIVALS)[number];
export type Arrivals = Readonly<Partial<Record<Arrival, EpochMs>>>;

export interface NightlyResult {
  readonly at: EpochMs;
  readonly shardsBehind: number;
}

/** What the latest reconcile found. */
export interface ReconcileResult {
  readonly at: EpochMs;
  /** Null at the first run. */
  readonly previousAt: EpochMs | null;
  /** Deals read again. */
  readonly checked: number;
  /** Those with a change that nothing had told us of. */
  readonly repaired: number;
  /** Those that reading could not put right. */
  readonly mismatches: number;
  /** The latest run that had to repair something; null when none ever had to. */
  readonly lastRepairAt: EpochMs | null;
}

/** The nightly comparison of all deals with HubSpot's: how far it is, and what it found. */
export interface SweepProgress {
  /** In the portal's time zone. */
  readonly day: string;
  readonly startedAt: EpochMs;
  readonly finishedAt: EpochMs | null;
  readonly nextShard: number;
  readonly checked: number;
  readonly repaired: number;
  /** Deals that are alive here, and that HubSpot does not know at all. */
  readonly missing: readonly string[];
  /** Deals that are alive, there and here, when they were counted at the end. */
  readonly atHubSpot: number | null;
  readonly recorded: number | null;
}

export interface StatusStore {
  /** Later instants win; cheap enough for each batch. */
  mark(mark: Mark, at: EpochMs): Promise<void>;
  readMarks(): Promise<Readonly<Partial<Record<Mark, EpochMs>>>>;
  /** One write for all. Of two batches at the same time the one stored last wins, which is seconds off at most. */
  noteArrivals(arrivals: Arrivals): Promise<void>;
  readArrivals(): Promise<Arrivals>;
  storeNightly(result: NightlyResult): Promise<void>;
  readNightly(): Promise<NightlyResult | null>;
  storeReconcile(result: ReconcileResult): Promise<void>;
  readReconcile(): Promise<ReconcileResult | null>;
  storeSweep(progress: SweepProgress): Promise<void>;
  readSweep(): Promise<SweepProgress | null>;
  readLatestBackfill(): Promise<BackfillProgress | null>;
}
