import type { BackfillProgress } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import type { ShardHead } from '../../../functions/ports/block-store.ts';
import type { DeadLetter } from '../../../functions/ports/dead-letter-store.ts';
import type { Arrivals, Mark, ReconcileResult, SweepProgress } from '../../../functions/ports/status-store.ts';
import { apiHost, ask, NOW } from './api-host.ts';

const HOUR_MS = 3_600_000;

const aHead = (shard: number, dealCount: number, deletedCount: number): ShardHead => ({
  shard,
  generation: 1,
  codeVersion: '3',
  stageMapDigest: 'm',
  recordsDigest: 'r',
  dealCount,
  deletedCount,
  newestChangeAt: 0,
  chunks: [],
});

const aBackfill = (state: BackfillProgress['state']): BackfillProgress => ({
  backfillId: 'b',
  state,
  startedAt: 1,
  finishedAt: null,
  dealsFound: 10,
  dealsRead: 3,
  waitsUntil: null,
});

async function healthWhere(seen: {
  readonly heads?: readonly ShardHead[];
  readonly nightlyAt?: number;
  readonly backfill?: BackfillProgress['state'];
  readonly webhookAt?: number | null;
  readonly arrivals?: Arrivals;
  readonly reconciled?: ReconcileResult;
  readonly swept?: SweepProgress;
  readonly letters?: readonly DeadLetter[];
  readonly marks?: Partial<Record<Mark, number>>;
}) {
  const { heads = [aHead(1, 10, 1)], nightlyAt, backfill, webhookAt = 5, arrivals = {} } = seen;
  const { reconciled = null, swept = null, letters = [], marks = {} } = seen;
  const host = apiHost({
    blockStore: { readHeads: async () => heads },
    deadLetters: { list: async () => letters },
    statusStore: {
      readMarks: async () => ({
        ...(webhookAt === null ? {} : { webhook: webhookAt }),
        read: 6,
        ...(nightlyAt === undefined ? {} : { nightly: nightlyAt }),
        ...marks,
      }),
      readNightly: async () => (nightlyAt === undefined ? null : { at: nightlyAt, shardsBehind: 2 }),
      readArrivals: async () => arrivals,
      readReconcile: async () => reconciled,
      readSweep: async () => swept,
      readLatestBackfill: async () => (backfill === undefined ? null : aBackfill(backfill)),
    },
  });
  return (await ask(host, '/v1/health')).json;
}

const aRun = (overrides: Partial<ReconcileResult> = {}): ReconcileResult => ({
  at: NOW - 60_000,
  previousAt: NOW - 960_000,
  checked: 12,
  repaired: 0,
  mismatches: 0,
  lastRepairAt: null,
  ...overrides,
});

const aSweep = (overrides: Partial<SweepProgress> = {}): SweepProgress => ({
  day: '2026-09-21',
  startedAt: NOW - HOUR_MS,
  finishedAt: NOW - HOUR_MS + 1000,
  nextShard: 256,
  checked: 400,
  repaired: 1,
  missing: [],
  atHubSpot: 900,
  recorded: 900,
  ...overrides,
});

const aLetter = (dealId: string, reason: string, firstAt = NOW): DeadLetter => ({
  dealId,
  reason,
  firstAt,
  lastAt: NOW,
  tries: 1,
});

describe('GET /v1/health', () => {
  it('adds up what the shards hold, and says when each part last worked', async () => {
    const health = await healthWhere({ heads: [aHead(1, 10, 1), aHead(2, 5, 0)], nightlyAt: NOW - HOUR_MS });

    expect(health).toMatchObject({
      asOf: NOW,
      status: 'ok',
      deals: { recorded: 15, deleted: 1 },
      shardsBehind: 2,
      lastWebhookAt: 5,
      lastReadAt: 6,
      lastNightlyAt: NOW - HOUR_MS,
      backfill: null,
    });
  });

  it('is starting before there are blocks, and while the history is being read', async () => {
    expect(await healthWhere({ heads: [] })).toMatchObject({ status: 'starting' });
    expect(await healthWhere({ backfill: 'running' })).toMatchObject({ status: 'starting' });
    expect(await healthWhere({ backfill: 'done' })).toMatchObject({ status: 'ok' });
  });

  it('is degraded when the backfill failed, and when a night was left out', async () => {
    expect(await healthWhere({ backfill: 'failed' })).toMatchObject({ status: 'degraded' });
    expect(await healthWhere({ nightlyAt: NOW - 27 * HOUR_MS })).toMatchObject({ status: 'degraded' });
    expect(await healthWhere({ nightlyAt: NOW - 25 * HOUR_MS })).toMatchObject({ status: 'ok' });
  });

  it('says what reconcile and the nightly sweep found, and how often reconcile runs', async () => {
    const health = await healthWhere({ reconciled: aRun(), swept: aSweep({ missing: ['7'] }) });

    expect(health).toMatchObject({
      status: 'degraded',
      mismatches: 1,
      reconcile: {
        lastAt: NOW - 60_000,
        everyMs: 900_000,
        checked: 12,
        sweep: { day: '2026-09-21', checked: 400, repaired: 1, missing: 1, atHubSpot: 900, recorded: 900 },
      },
    });
    expect(await healthWhere({})).toMatchObject({ reconcile: null, mismatches: 0 });
  });

  it('is degraded when reconcile stays away for four times its interval, and an hour at least', async () => {
    const late = (ms: number) => healthWhere({ reconciled: aRun({ at: NOW - ms, previousAt: NOW - ms - 900_000 }) });

    expect(await late(59 * 60_000)).toMatchObject({ status: 'ok' });
    expect(await late(61 * 60_000)).toMatchObject({ status: 'degraded' });
  });

  it('counts the deals set aside by reason, and names none of them', async () => {
    const letters = [aLetter('71', 'too large', NOW - 5), aLetter('72', 'unknown form'), aLetter('73', 'unknown form')];
    const health = await healthWhere({ letters, swept: aSweep({ missing: ['71', '79'] }) });

    expect(health).toMatchObject({
      status: 'degraded',
      mismatches: 4,
      deadLetters: {
        count: 3,
        oldestAt: NOW - 5,
        reasons: [
          { reason: 'unknown form', count: 2 },
          { reason: 'too large', count: 1 },
        ],
      },
    });
  });

  it('tells webhooks that arrive from those that never came, and from those that fell silent', async () => {
    const arrivals = { v1: 4, propertyChange: 4, merge: 2 };
    expect(await healthWhere({ arrivals })).toMatchObject({
      webhooks: {
        state: 'arriving',
        signatures: { v3: null, v1: 4 },
        kinds: { propertyChange: 4, merge: 2, deletion: null },
      },
    });
    expect(await healthWhere({ webhookAt: null })).toMatchObject({ webhooks: { state: 'never' } });

    const repairedAfter = (ms: number) =>
      healthWhere({ webhookAt: NOW - 5 * HOUR_MS, reconciled: aRun({ lastRepairAt: NOW - 5 * HOUR_MS + ms }) });
    expect(await repairedAfter(HOUR_MS)).toMatchObject({ webhooks: { state: 'arriving' } });
    expect(await repairedAfter(HOUR_MS + 1)).toMatchObject({ webhooks: { state: 'silent' } });
  });
});

describe('what HubSpot refuses', () => {
  it('is shown as long as no read has worked since', async () => {
    const refused = { marks: { read: NOW - 3, tokenRefused: NOW - 2, dailyLimit: NOW - 1 } };
    const passed = { marks: { read: NOW - 1, tokenRefused: NOW - 2, dailyLimit: NOW - 2 } };

    expect(await healthWhere(refused)).toMatchObject({
      status: 'degraded',
      hubspot: { tokenRefusedAt: NOW - 2, dailyLimitAt: NOW - 1 },
    });
    expect(await healthWhere(passed)).toMatchObject({
      status: 'ok',
      hubspot: { tokenRefusedAt: null, dailyLimitAt: null },
    });
  });
});
