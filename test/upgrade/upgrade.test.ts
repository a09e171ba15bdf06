import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesDigest } from '../../functions/rollup/bytes-digest.ts';
import { startEngine, type TestEngine } from '../support/dynalite.ts';
import { inAnotherForm } from './support/another-form.ts';
import { codeOf } from './support/code-version.ts';
import { ALL_SHARDS, type Living, living, rebuilt } from './support/living-installation.ts';
import { readState, recordedVersions } from './support/recorded-state.ts';

const DAY_MS = 86_400_000;

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

const shardsWithBlocks = async ({ deps }: Living) => (await deps.blockStore.readHeads()).map(({ shard }) => shard);

/** As if the version that stored the blocks had a form of its own, which no other version reads. */
async function storeBlocksInAnotherForm({ deps: { blockStore } }: Living): Promise<void> {
  for (const head of await blockStore.readHeads()) {
    const { shard, generation } = head;
    const chunks = head.chunks.map(async ({ pipelineId, chunkId }) => {
      const bytes = inAnotherForm((await blockStore.readChunks([{ shard, chunkId }])).get(chunkId) ?? new Uint8Array());
      const digest = bytesDigest(bytes);
      const chunk = { pipelineId, chunkId: `${generation + 1}.${digest}`, digest };
      await blockStore.writeChunk(shard, chunk.chunkId, bytes);
      return chunk;
    });
    await blockStore.storeHead({ ...head, generation: generation + 1, chunks: await Promise.all(chunks) });
  }
}

describe.each(recordedVersions())('a new version over an installation of version %s', (version) => {
  const state = readState(version);
  const newer = `after ${version}`;

  it('finds all blocks of the old one, also on a day whose nightly work was done', async () => {
    const installed = await living(engine, state);
    const all = await shardsWithBlocks(installed);

    expect(await installed.nightly(await codeOf(newer))).toBeNull();

    expect(all.length).toBeGreaterThan(20);
    expect(installed.rollupQueue.shards).toEqual(all);
  });

  it('makes of them what a full rebuild makes, byte for byte, and touches no record', async () => {
    const installed = await living(engine, state);
    const code = await codeOf(newer);
    const before = { records: await installed.records(), visible: await installed.visible() };

    await installed.nightly(code);
    await installed.rollUp(code, installed.rollupQueue.shards);

    const after = await installed.visible();
    expect(after).toEqual(await rebuilt(engine, state, code));
    expect(after.reports).not.toContain(null);
    expect(after.reports).not.toEqual(before.visible.reports);
    expect(await installed.records()).toBe(before.records);
    await installed.nightly(code);
    expect(installed.rollupQueue.rollup).toHaveLength(1);
  });

  it('has everything made again by the first change, before the schedule comes', async () => {
    const installed = await living(engine, state);
    const code = await codeOf(newer);

    await installed.rollUp(code, ALL_SHARDS.slice(0, 1));

    expect(await installed.visible()).toEqual(await rebuilt(engine, state, code));
  });

  it('never needs to read blocks of the old one: their form may have changed', async () => {
    const installed = await living(engine, state);
    const code = await codeOf(newer);
    await storeBlocksInAnotherForm(installed);
    installed.clock.set(state.at + DAY_MS);

    expect(await installed.nightly(code)).toMatchObject({ shardsBehind: (await shardsWithBlocks(installed)).length });
    await installed.rollUp(code, installed.rollupQueue.shards.slice(0, 1));

    const at = installed.clock.now();
    expect(await installed.visible()).toEqual(await rebuilt(engine, { ...state, at }, code));
  });

  it('converges when the old version still stores blocks and reports while the new one does', async () => {
    const installed = await living(engine, state);
    const [old, code] = [await codeOf(version), await codeOf(newer)];

    for (const from of [0, 64, 128, 192]) {
      const shards = ALL_SHARDS.slice(from, from + 64);
      const failed = await Promise.all([installed.rollUp(old, shards), installed.rollUp(code, shards)]);
      expect(failed).toEqual([[], []]);
    }
    await installed.rollUp(old, ALL_SHARDS); // the last that was under way when the new version was there
    await installed.nightly(code);
    await installed.rollUp(code, installed.rollupQueue.shards);

    expect(await installed.visible()).toEqual(await rebuilt(engine, state, code));
  });

  it('can be rolled back: the old version makes its own blocks and reports again', async () => {
    const installed = await living(engine, state);
    const before = { records: await installed.records(), visible: await installed.visible() };
    const [old, code] = [await codeOf(version), await codeOf(newer)];
    await installed.rollUp(code, ALL_SHARDS);
    await storeBlocksInAnotherForm(installed);

    await installed.nightly(old);
    await installed.rollUp(old, installed.rollupQueue.shards);

    expect(await installed.visible()).toEqual(await rebuilt(engine, state, old));
    expect(await installed.records()).toBe(before.records);
  });
});
