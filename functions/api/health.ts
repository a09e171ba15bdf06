import type { BackfillProgress, Health } from '@deal-stage-insights/shared';
import { CODE_VERSION } from '../code-version.ts';
import type { ApiDeps } from './deps.ts';

const NIGHTLY_OVERDUE_MS = 26 * 3_600_000; // A day, and two hours for a day that daylight saving made longer and a late start.

/** How well the copy of HubSpot's deals is kept. */
export async function readHealth({
  blockStore,
  statusStore,
  clock,
}: Pick<ApiDeps, 'blockStore' | 'statusStore' | 'clock'>): Promise<Health> {
  const [heads, marks, nightly, backfill] = await Promise.all([
    blockStore.readHeads(),
    statusStore.readMarks(),
    statusStore.readNightly(),
    statusStore.readLatestBackfill(),
  ]);
  const now = clock.now();
  const isNightlyOverdue = nightly !== null && now - nightly.at > NIGHTLY_OVERDUE_MS;
  return {
    asOf: now,
    version: CODE_VERSION,
    status: statusOf({ hasBlocks: heads.length > 0, isNightlyOverdue, backfill }),
    deals: {
      recorded: heads.reduce((sum, head) => sum + head.dealCount, 0),
      deleted: heads.reduce((sum, head) => sum + head.deletedCount, 0),
    },
    shardsBehind: nightly?.shardsBehind ?? 0,
    lastWebhookAt: marks.webhook ?? null,
    lastReadAt: marks.read ?? null,
    lastNightlyAt: marks.nightly ?? null,
    backfill,
  };
}

function statusOf(seen: {
  readonly hasBlocks: boolean;
  readonly isNightlyOverdue: boolean;
  readonly backfill: BackfillProgress | null;
}): Health['status'] {
  if (seen.backfill?.state === 'failed' || seen.isNightlyOverdue) return 'degraded';
  return seen.hasBlocks && seen.backfill?.state !== 'running' ? 'ok' : 'starting';
}
