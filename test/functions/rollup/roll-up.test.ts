import { describe, expect, it } from 'vitest';
import { handleBatch } from '../../../functions/rollup/handle-batch.ts';
import { STORED_NAMES } from '../../../functions/rollup/make-reports.ts';
import { rollUp } from '../../../functions/rollup/roll-up.ts';
import { aDealThrough, somePipeline } from '../../support/builders.ts';
import { silentLog } from '../../support/fakes.ts';
import { rollupHost, SNAPSHOT } from './rollup-host.ts';

const message = (messageId: string, body: unknown) =>
  ({ messageId, body: typeof body === 'string' ? body : JSON.stringify(body) }) as never;

describe('a batch of rollup messages', () => {
  it('makes each shard once, and the reports once', async () => {
    const host = await rollupHost();
    const shards = await Promise.all(['1', '2', '3'].map((dealId) => host.record(aDealThrough('new', { dealId }))));
    const read: number[] = [];
    let looks = 0;
    const deps = {
      ...host.deps,
      dealStore: { readShard: (shard: number) => (read.push(shard), host.dealStore.readShard(shard)) },
      reportStore: {
        ...host.reportStore,
        storeReport: (...args: Parameters<typeof host.reportStore.storeReport>) => {
          looks += 1;
          return host.reportStore.storeReport(...args);
        },
      },
    };
    const Records = [message('a', { shards }), message('b', { shards: shards.slice(0, 1) })];

    const answer = await handleBatch({ Records }, (all) => rollUp(deps, all), silentLog);

    expect(answer.batchItemFailures).toEqual([]);
    expect(new Set(read)).toEqual(new Set(shards));
    expect(read).toHaveLength(new Set(shards).size);
    expect(looks).toBe(SNAPSHOT.pipelines.length * STORED_NAMES.length);
  });

  it('sends back only the messages with a shard that failed, and those that are not understood', async () => {
    const host = await rollupHost();
    const broken = await host.record(aDealThrough('new', { dealId: '1' }));
    const whole = await host.record(aDealThrough('new', { dealId: '2' }));
    const readShard = (shard: number) =>
      shard === broken ? Promise.reject(new Error('no')) : host.dealStore.readShard(shard);
    const Records = [
      message('broken', { shards: [broken, whole] }),
      message('whole', { shards: [whole] }),
      message('nonsense', '{"shards":[256]}'),
    ];

    const answer = await handleBatch(
      { Records },
      (shards) => rollUp({ ...host.deps, dealStore: { readShard } }, shards),
      silentLog,
    );

    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['broken', 'nonsense']);
    expect(await host.blockStore.readHead(whole)).not.toBeNull();
    expect(await host.reportStore.readReport('sales', 'stages')).not.toBeNull();
  });

  it('fails as a whole when the reports cannot be made, so that they are tried again', async () => {
    const host = await rollupHost();
    const reportStore = { ...host.reportStore, storeReport: () => Promise.reject(new Error('no')) };

    await expect(rollUp({ ...host.deps, reportStore }, [1])).rejects.toThrow('no');
  });

  it('makes every shard again whose blocks went by another map of stages', async () => {
    const host = await rollupHost();
    const shards = await Promise.all(['1', '2'].map((dealId) => host.record(aDealThrough('new', { dealId }))));
    await host.run(shards);
    await host.referenceStore.storePipelines({ ...SNAPSHOT, version: 'v2', pipelines: [somePipeline('third', 'new')] });

    await host.run([]);

    const heads = await host.blockStore.readHeads();
    expect(heads.flatMap(({ chunks }) => chunks.map(({ pipelineId }) => pipelineId))).toEqual(['third', 'third']);
    expect(await host.reportStore.readReport('third', 'stages')).not.toBeNull();
  });
});
