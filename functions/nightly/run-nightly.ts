import { pipelineIndex } from '@deal-stage-insights/shared';
import type { Log } from '../log.ts';
import { portalDay } from '../portal-day.ts';
import type { RollupQueue } from '../ports/queues.ts';
import type { NightlyResult, StatusStore } from '../ports/status-store.ts';
import { type RefreshReportsDeps, refreshReports } from '../rollup/refresh-reports.ts';
import { shardsOfOtherCode } from '../rollup/roll-up-shard.ts';
import { type FreezeDeps, freezeForecasts, scoreFrozen } from './freeze-forecasts.ts';
import { type CompareDeps, shardsBehind } from './compare-shards.ts';
import { storePriors } from './store-priors.ts';

export interface NightlyDeps extends CompareDeps, FreezeDeps {
  readonly blockStore: CompareDeps['blockStore'] & RefreshReportsDeps['blockStore'];
  readonly rollupQueue: RollupQueue;
  readonly statusStore: Pick<StatusStore, 'readNightly' | 'storeNightly' | 'mark'>;
  readonly log: Log;
}

/**
 * The portal's first work of the day: finds blocks that are behind their records and queues their shards, scores forecasts
 * that have come due, counts what pipelines may borrow from each other, moves the reports on to the new day, and freezes what they say now. A schedule calls it all day long, because it does not know the portal's midnight; all calls
 * of a day but the first only look whether the code was upgraded since. The day counts as done only at the end: a call that
 * breaks is made good by the next.
 */
export async function runNightly(deps: NightlyDeps): Promise<NightlyResult | null> {
  const now = deps.clock.now();
  const [account, last, heads] = await Promise.all([
    deps.referenceStore.readAccount(),
    deps.statusStore.readNightly(),
    deps.blockStore.readHeads(),
  ]);
  const timeZone = account?.timeZone ?? 'UTC';
  const ofOtherCode = shardsOfOtherCode(heads);
  if (last !== null && portalDay(last.at, timeZone) === portalDay(now, timeZone)) {
    if (ofOtherCode.length > 0) await deps.rollupQueue.sendShards(ofOtherCode);
    return null;
  }

  const index = pipelineIndex((await deps.referenceStore.readPipelines())?.pipelines ?? []);
  const behind = await shardsBehind(deps, index);
  if (behind.length > 0) await deps.rollupQueue.sendShards(behind);
  // Blocks of another version may not be readable: rollup makes them again, and the reports after them.
  if (ofOtherCode.length === 0) {
    await scoreFrozen(deps);
    await storePriors(deps);
    await refreshReports(deps);
    await freezeForecasts(deps);
  }
  const result = { at: now, shardsBehind: behind.length };
  await deps.statusStore.storeNightly(result);
  await deps.statusStore.mark('nightly', now);
  deps.log.info('nightly', result);
  return result;
}
