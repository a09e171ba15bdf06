import { createHash } from 'node:crypto';
import { SHARD_COUNT } from '@deal-stage-insights/shared';
import type { Clock } from '../ports/clock.ts';
import type { DealSource } from '../ports/deal-source.ts';
import type { RollupQueue } from '../ports/queues.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';

export interface SnapshotDeps {
  readonly source: Pick<DealSource, 'readPipelines' | 'readPeople' | 'readAccount'>;
  readonly reference: ReferenceStore;
  readonly rollupQueue: RollupQueue;
  readonly clock: Clock;
}

/**
 * Copies what HubSpot knows besides deals; of the pipelines each version that ever held is kept. Blocks go by the pipelines: when these changed, all shards are made again.
 */
export async function snapshotReferences({ source, reference, rollupQueue, clock }: SnapshotDeps): Promise<void> {
  const readAt = clock.now();
  const [pipelines, people, account, known] = await Promise.all([
    source.readPipelines(),
    source.readPeople(),
    source.readAccount(),
    reference.readPipelines(),
  ]);
  const version = createHash('sha256').update(JSON.stringify(pipelines)).digest('hex').slice(0, 16);
  await reference.storePeople(people, readAt);
  await reference.storeAccount(account);
  const snapshot = { readAt, version, pipelines };
  // The history first: a run that dies between the two finds it there, and adds nothing.
  const kept = await reference.readPipelineHistory();
  if (kept.at(-1)?.version !== version) await reference.keepPipelines(snapshot);
  await reference.storePipelines(snapshot);
  // A run that dies before this line leaves blocks that the nightly comparison finds.
  if (known !== null && known.version !== version)
    await rollupQueue.sendShards(Array.from({ length: SHARD_COUNT }, (_, shard) => shard));
}
