import { finite, listOf, nullable, object, oneOf, sinceLater, text } from './decode.ts';
import type { ErasureHealth } from './erasure.ts';
import type {
  BackfillProgress,
  BackfillStand,
  DeadLetterHealth,
  Health,
  HubSpotHealth,
  ReconcileHealth,
  SweepHealth,
  WebhookHealth,
} from './health.ts';

const instant = nullable(finite);
const backfill = object<BackfillProgress>({
  backfillId: text,
  state: oneOf('running', 'done', 'failed'),
  startedAt: finite,
  finishedAt: instant,
  dealsFound: nullable(finite),
  dealsRead: finite,
  waitsUntil: sinceLater(finite),
});
const webhooks = object<WebhookHealth>({
  state: oneOf('arriving', 'silent', 'never'),
  signatures: object<WebhookHealth['signatures']>({ v3: instant, v1: instant }),
  kinds: object<WebhookHealth['kinds']>({
    creation: instant,
    deletion: instant,
    restore: instant,
    merge: instant,
    propertyChange: instant,
    associationChange: instant,
  }),
});
const sweep = object<SweepHealth>({
  day: text,
  startedAt: finite,
  finishedAt: instant,
  checked: finite,
  repaired: finite,
  missing: finite,
  atHubSpot: nullable(finite),
  recorded: nullable(finite),
});
const reconcile = object<ReconcileHealth>({
  lastAt: finite,
  everyMs: nullable(finite),
  checked: finite,
  repaired: finite,
  sweep: nullable(sweep),
});
const health = object<Health>({
  asOf: finite,
  version: text,
  status: oneOf('ok', 'degraded', 'starting'),
  deals: object<Health['deals']>({ recorded: finite, deleted: finite }),
  shardsBehind: finite,
  lastWebhookAt: instant,
  lastReadAt: instant,
  lastNightlyAt: instant,
  backfill: nullable(backfill),
  webhooks,
  reconcile: nullable(reconcile),
  deadLetters: object<DeadLetterHealth>({
    count: finite,
    oldestAt: instant,
    reasons: listOf(object<DeadLetterHealth['reasons'][number]>({ reason: text, count: finite })),
  }),
  mismatches: finite,
  erasures: object<ErasureHealth>({
    underWay: finite,
    oldestAskedAt: instant,
    portal: nullable(
      object<NonNullable<ErasureHealth['portal']>>({ askedAt: finite, finishedAt: instant, itemsRemoved: finite }),
    ),
  }),
  hubspot: sinceLater(object<HubSpotHealth>({ tokenRefusedAt: instant, dailyLimitAt: instant })),
});

const stand = object<BackfillStand>({ backfill: nullable(backfill) });

/** Reads the answer of `POST` and `GET /v1/backfills`; throws a `ContractError` as `parseHealth` does. */
export const parseBackfillStand = (input: unknown): BackfillStand => stand(input, '');

/** Reads the answer of `GET /v1/health`; throws a `ContractError` that names the place where it is broken. */
export const parseHealth = (input: unknown): Health => health(input, '');
