import { pipelineIndex } from '@deal-stage-insights/shared';
import type { Log } from '../log.ts';
import { portalDay } from '../portal-day.ts';
import type { RollupQueue } from '../ports/queues.ts';
import type { NightlyResult, StatusStore } from '../ports/status-store.ts';
import { type RefreshReportsDeps, refreshReports } from '../rollup/refresh-reports.ts';
import { type CompareDeps, shardsBehind } from './compare-shards.ts';

export interface NightlyDeps extends CompareDeps, RefreshReportsDeps {
  readonly blockStore: CompareDeps['blockStore'] & RefreshReportsDeps['blockStore'];
  readonly rollupQueue: RollupQueue;
  readonly statusStore: Pick<StatusStore, 'readNightly' | 'storeNightly' | 'mark'>;
  readonly log: Log;
}

/**
 * The portal's first work of the day: finds blocks that are behind their records and queues their shards, and moves the
 * reports on to the new day. A schedule calls it all day long, because it does not know the portal's midnight; all calls
 * of a day but the first do nothing. The day counts as done only at the end: a call that breaks is made good by the next.
 */
export async function runNightly(deps: NightlyDeps): Promise<NightlyResult | null> {
  const now = deps.clock.now();
  const [account, last] = await Promise.all([deps.referenceStore.readAccount(), deps.statusStore.readNightly()]);
  const timeZone = account?.timeZone ?? 'UTC';
  if (last !== null && portalDay(last.at, timeZone) === portalDay(now, timeZone)) return null;

  const index = pipelineIndex((await deps.referenceStore.readPipelines())?.pipelines ?? []);
  const behind = await shardsBehind(deps, index);
  if (behind.length > 0) await deps.rollupQueue.sendShards(behind);
  await refreshReports(deps);
  const result = { at: now, shardsBehind: behind.length };
  await deps.statusStore.storeNightly(result);
  await deps.statusStore.mark('nightly', now);
  deps.log.info('nightly', result);
  return result;
}
