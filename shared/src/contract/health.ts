import type { ErasureHealth } from './erasure.ts';

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
  readonly webhooks: WebhookHealth;
  /** Null before the first run after a backfill. */
  readonly reconcile: ReconcileHealth | null;
  readonly deadLetters: DeadLetterHealth;
  /** Deals of which we know that they are not as HubSpot has them: those set aside, and those that HubSpot does not know. */
  readonly mismatches: number;
  readonly erasures: ErasureHealth;
  /** Null from an API that does not tell. */
  readonly hubspot: HubSpotHealth | null;
}

/** What HubSpot refuses us; each null when it answered since, or never refused. */
export interface HubSpotHealth {
  /** When it last refused the access token, or for want of a scope. */
  readonly tokenRefusedAt: number | null;
  /** When the account's calls of the day were last used up, or kept for more urgent work. */
  readonly dailyLimitAt: number | null;
}

export interface BackfillProgress {
  readonly backfillId: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly dealsFound: number | null;
  readonly dealsRead: number;
  /** It goes on then: until the account's midnight, when the calls of the day are nearly used up. Null when it does not wait. */
  readonly waitsUntil: number | null;
}

/** Answer of `POST` and `GET /v1/backfills`: the latest one. Null: there never was one. */
export interface BackfillStand {
  readonly backfill: BackfillProgress | null;
}

export interface WebhookHealth {
  /**
   * `silent`: reconcile had to repair changes well after the last webhook, so HubSpot changes deals and does not tell. `never`:
   * none ever came. In both, what is shown is as old as the last reconcile at most.
   */
  readonly state: 'arriving' | 'silent' | 'never';
  /** When the last delivery came, by version of its signature. */
  readonly signatures: { readonly v3: number | null; readonly v1: number | null };
  /** When the last event of each kind came. */
  readonly kinds: {
    readonly creation: number | null;
    readonly deletion: number | null;
    readonly restore: number | null;
    readonly merge: number | null;
    readonly propertyChange: number | null;
    readonly associationChange: number | null;
  };
}

export interface ReconcileHealth {
  readonly lastAt: number;
  /** Between the last two runs. */
  readonly everyMs: number | null;
  /** Deals that the last run read again. */
  readonly checked: number;
  /** Those of them with a change that nothing had told us of. */
  readonly repaired: number;
  /** The latest nightly comparison of all deals; null before the first. */
  readonly sweep: SweepHealth | null;
}

export interface SweepHealth {
  readonly day: string;
  readonly startedAt: number;
  /** Null while it is under way. */
  readonly finishedAt: number | null;
  readonly checked: number;
  readonly repaired: number;
  /** Deals alive here that HubSpot does not know at all. */
  readonly missing: number;
  /** Deals alive at HubSpot and here, as counted at the end of the sweep. */
  readonly atHubSpot: number | null;
  readonly recorded: number | null;
}

export interface DeadLetterHealth {
  readonly count: number;
  readonly oldestAt: number | null;
  /** Most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
}
