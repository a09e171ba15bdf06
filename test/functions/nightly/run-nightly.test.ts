import { describe, expect, it } from 'vitest';
import { runNightly } from '../../../functions/nightly/run-nightly.ts';
import { aDealThrough } from '../../support/builders.ts';
import { fakeFrozenStore } from '../../support/fakes.ts';
import { rollupHost } from '../rollup/rollup-host.ts';

const EVENING = Date.parse('2026-03-31T21:00:00Z');
const MIDNIGHT_IN_PARIS = Date.parse('2026-03-31T22:00:00Z');

async function nightlyHost() {
  const host = await rollupHost();
  const frozenStore = fakeFrozenStore();
  host.clock.set(EVENING);
  return {
    ...host,
    frozenStore,
    nightly: () => runNightly({ ...host.deps, frozenStore, statusStore: host.statusStore, rollupQueue: host.queues }),
  };
}

describe('runNightly', () => {
  it('queues the shards whose blocks are behind their records, and no other', async () => {
    const host = await nightlyHost();
    const current = await host.record(aDealThrough('new', { dealId: '1' }));
    await host.run([current]);
    const behind = await host.record(aDealThrough('new', { dealId: '2' }));
    const sent = host.queues.shards.length;

    const result = await host.nightly();

    expect(result).toEqual({ at: EVENING, shardsBehind: 1 });
    expect(host.queues.shards.slice(sent)).toEqual([behind]);
    expect(await host.statusStore.readNightly()).toEqual(result);
    expect(await host.statusStore.readMarks()).toMatchObject({ nightly: EVENING });
  });

  it('queues every shard that another version of the code made', async () => {
    const host = await nightlyHost();
    const shards = await Promise.all(['1', '2'].map((dealId) => host.record(aDealThrough('new', { dealId }))));
    await host.run(shards);
    for (const shard of shards) {
      const head = await host.blockStore.readHead(shard);
      if (head !== null)
        await host.blockStore.storeHead({ ...head, generation: head.generation + 1, codeVersion: 'older' });
    }

    expect(await host.nightly()).toMatchObject({ shardsBehind: 2 });
  });

  it('queues them at once when the code was upgraded after the day’s work, and nothing else', async () => {
    const host = await nightlyHost();
    const shards = await Promise.all(['1', '2'].map((dealId) => host.record(aDealThrough('new', { dealId }))));
    await host.run(shards);
    await host.nightly();
    const sent = host.queues.shards.length;
    const [upgraded = 0] = shards;
    const head = await host.blockStore.readHead(upgraded);
    if (head !== null)
      await host.blockStore.storeHead({ ...head, generation: head.generation + 1, codeVersion: 'older' });

    expect(await host.nightly()).toBeNull();

    expect(host.queues.shards.slice(sent)).toEqual([upgraded]);
  });

  it('works once in the portal’s day, at its midnight, and moves the reports on to the new day', async () => {
    const host = await nightlyHost();
    await host.nightly();

    host.clock.set(MIDNIGHT_IN_PARIS - 1);
    expect(await host.nightly()).toBeNull();

    host.clock.set(MIDNIGHT_IN_PARIS);
    expect(await host.nightly()).not.toBeNull();
    const report = JSON.parse((await host.reportStore.readReport('sales', 'stages')) ?? '');
    expect(report.asOf).toBe(MIDNIGHT_IN_PARIS);

    host.clock.set(MIDNIGHT_IN_PARIS + 15 * 60_000);
    expect(await host.nightly()).toBeNull();
  });

  it('works again when it broke before the end', async () => {
    const host = await nightlyHost();
    const readShard = () => Promise.reject(new Error('throttled'));
    const { statusStore, frozenStore, queues: rollupQueue } = host;
    const broken = { ...host.deps, statusStore, frozenStore, rollupQueue, dealStore: { readShard } };
    await expect(runNightly(broken)).rejects.toThrow('throttled');

    expect(await host.nightly()).not.toBeNull();
  });
});
