import { type PipelineIndex, pipelineIndex } from '@deal-stage-insights/shared';
import { concurrently } from '../concurrently.ts';
import type { Log } from '../log.ts';
import type { StatusStore } from '../ports/status-store.ts';
import { type RefreshReportsDeps, refreshReports } from './refresh-reports.ts';
import { type RollUpShardDeps, rollUpShard, shardsOfOtherCode } from './roll-up-shard.ts';

const SHARDS_AT_ONCE = 4; // A shard is read whole: this bounds memory, and keeps several reads under way.

export interface RollUpDeps extends RollUpShardDeps, RefreshReportsDeps {
  readonly blockStore: RollUpShardDeps['blockStore'] & RefreshReportsDeps['blockStore'];
  readonly statusStore: Pick<StatusStore, 'mark'>;
  readonly log: Log;
}

/**
 * Makes the blocks of the shards, then once the reports that changed by it. Answers the shards whose blocks could not be
 * made; when the reports cannot be made it throws, so that the whole batch comes again.
 */
export async function rollUp(deps: RollUpDeps, shards: readonly number[]): Promise<readonly number[]> {
  const startedAt = deps.clock.now();
  const index = pipelineIndex((await deps.referenceStore.readPipelines())?.pipelines ?? []);
  const all = new Set([...shards, ...(await outdatedShards(deps, index))]);
  const failed: number[] = [];
  await concurrently(all, SHARDS_AT_ONCE, async (shard) => {
    try {
      await rollUpShard(deps, shard, index);
    } catch (error) {
      failed.push(shard);
      deps.log.error('shard failed', { shard, error });
    }
  });
  await refreshReports(deps);
  await deps.statusStore.mark('rollup', deps.clock.now());
  deps.log.info('rolled up', { shards: all.size, failed: failed.length, ms: deps.clock.now() - startedAt });
  return failed;
}

/**
 * A stage that was added or moved to another pipeline, and another version of the code, make all blocks stale, not only those
 * that were asked for. Reports are made after this: so they never rest on blocks whose form this version may not know.
 */
async function outdatedShards({ blockStore }: RollUpDeps, index: PipelineIndex): Promise<readonly number[]> {
  const heads = await blockStore.readHeads();
  const ofOtherMap = heads.filter((head) => head.stageMapDigest !== index.stageMapDigest).map(({ shard }) => shard);
  return [...ofOtherMap, ...shardsOfOtherCode(heads)];
}
