import { type DealRead, pipelineIndex } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refreshReports } from '../../../functions/rollup/refresh-reports.ts';
import { rollUpShard } from '../../../functions/rollup/roll-up-shard.ts';
import { anyDeals } from '../../support/arbitraries.ts';
import { ALL_SHARDS, rollupHost, SNAPSHOT } from './rollup-host.ts';

const INDEX = pipelineIndex(SNAPSHOT.pipelines);

/** Reads one after the other, with a rollup of what changed after those that `rollsUpAfter` says; and at the end. */
async function stepwise(reads: readonly DealRead[], rollsUpAfter: (place: number) => boolean) {
  const host = await rollupHost();
  const pending = new Set<number>();
  const rollUpPending = async () => {
    for (const shard of pending) await rollUpShard(host.deps, shard, INDEX);
    pending.clear();
  };
  for (const [place, read] of reads.entries()) {
    pending.add(await host.record(read));
    if (rollsUpAfter(place)) await rollUpPending();
  }
  await rollUpPending();
  return host;
}

async function rebuilt(reads: readonly DealRead[]) {
  const host = await rollupHost();
  for (const read of reads) await host.record(read);
  for (const shard of ALL_SHARDS) await rollUpShard(host.deps, shard, INDEX);
  return host;
}

const anyReads = anyDeals.map((deals) => deals.flat());
const doubledAndShuffled = anyReads.chain((reads) =>
  fc.record({
    reads: fc.constant(reads),
    disturbed: fc.shuffledSubarray([...reads, ...reads], { minLength: reads.length * 2 }),
  }),
);
const anyChance = fc.infiniteStream(fc.nat({ max: 3 }));

describe('rollup', () => {
  it('of the shards that changed leaves the same bytes as a full rebuild (L4)', async () => {
    await fc.assert(
      fc.asyncProperty(anyReads, anyChance, async (reads, chance) => {
        const step = await stepwise(reads, () => chance.next().value === 0);

        expect(await step.visible()).toBe(await (await rebuilt(reads)).visible());
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same bytes whatever the order and number of the reads (L2)', async () => {
    await fc.assert(
      fc.asyncProperty(doubledAndShuffled, anyChance, async ({ reads, disturbed }, chance) => {
        const step = await stepwise(disturbed, () => chance.next().value === 0);

        expect(await step.visible()).toBe(await (await rebuilt(reads)).visible());
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same reports, byte for byte, whatever was reported on the way (L2, L4)', async () => {
    await fc.assert(
      fc.asyncProperty(doubledAndShuffled, async ({ reads, disturbed }) => {
        const half = Math.ceil(disturbed.length / 2);
        const step = await stepwise(disturbed.slice(0, half), () => false);
        await refreshReports(step.deps);
        for (const read of disturbed.slice(half)) await step.record(read);
        await step.run(ALL_SHARDS);
        const rebuild = await rebuilt(reads);
        await refreshReports(rebuild.deps);

        expect(step.reportStore.dump()).not.toBe('');
        expect(await step.visible()).toBe(await rebuild.visible());
      }),
      { numRuns: 5 },
    );
  });
});
