import type { Health } from '@deal-stage-insights/shared';

export const AT = Date.UTC(2026, 2, 10, 9);

export const health = (overrides: Partial<Health> = {}): Health => ({
  asOf: AT,
  version: '1.2.3',
  status: 'ok',
  deals: { recorded: 4_000, deleted: 12 },
  shardsBehind: 0,
  lastWebhookAt: AT,
  lastReadAt: AT,
  lastNightlyAt: null,
  backfill: null,
  webhooks: {
    state: 'arriving',
    signatures: { v3: AT, v1: null },
    kinds: { creation: AT, deletion: null, restore: null, merge: null, propertyChange: AT, associationChange: null },
  },
  reconcile: null,
  deadLetters: { count: 0, oldestAt: null, reasons: [] },
  mismatches: 0,
  erasures: { underWay: 0, oldestAskedAt: null, portal: null },
  hubspot: { tokenRefusedAt: null, dailyLimitAt: null },
  ...overrides,
});

export const section = (name: string, value: object, version = 0) => ({
  section: name,
  schemaVersion: 1,
  version,
  changedAt: null,
  changedByUserId: null,
  value,
});
export const VISIBILITY = { dealInsights: 'everyone', showsNamedReps: false, groupOthersMin: 5 };
