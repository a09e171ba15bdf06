/** Answer of `GET /v1/health`: facts in plain units; the settings page puts them in words. */
export interface Health {
  readonly asOf: number;
  readonly version: string;
  readonly status: 'ok' | 'degraded' | 'starting';
  readonly deals: { readonly recorded: number; readonly deleted: number };
  /** Shards whose blocks are older than their records, as the last nightly comparison saw them. */
  readonly shardsBehind: number;
  readonly lastWebhookAt: number | null;
  readonly lastReadAt: number | null;
  readonly lastNightlyAt: number | null;
  readonly backfill: BackfillProgress | null;
}

export interface BackfillProgress {
  readonly backfillId: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly dealsFound: number | null;
  readonly dealsRead: number;
}
