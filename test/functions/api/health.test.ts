import type { BackfillProgress } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import type { ShardHead } from '../../../functions/ports/block-store.ts';
import { apiHost, ask, NOW } from './api-host.ts';

const HOUR_MS = 3_600_000;

const aHead = (shard: number, dealCount: number, deletedCount: number): ShardHead => ({
  shard,
  generation: 1,
  codeVersion: '1',
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
});

async function healthWhere(seen: {
  readonly heads?: readonly ShardHead[];
  readonly nightlyAt?: number;
  readonly backfill?: BackfillProgress['state'];
}) {
  const { heads = [aHead(1, 10, 1)], nightlyAt, backfill } = seen;
  const host = apiHost({
    blockStore: { readHeads: async () => heads },
    statusStore: {
      readMarks: async () => ({ webhook: 5, read: 6, ...(nightlyAt === undefined ? {} : { nightly: nightlyAt }) }),
      readNightly: async () => (nightlyAt === undefined ? null : { at: nightlyAt, shardsBehind: 2 }),
      readLatestBackfill: async () => (backfill === undefined ? null : aBackfill(backfill)),
    },
  });
  return (await ask(host, '/v1/health')).json;
}

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
});
