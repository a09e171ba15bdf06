import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDeals } from '../../support/arbitraries.ts';
import { ALL_SHARDS, rollupHost } from './rollup-host.ts';

describe('rollup', () => {
  it('of the shards that changed leaves the same bytes as a full rebuild (L4)', async () => {
    await fc.assert(
      fc.asyncProperty(anyDeals, fc.infiniteStream(fc.nat({ max: 3 })), async (deals, chance) => {
        const stepwise = await rollupHost();
        const pending = new Set<number>();
        for (const read of deals.flat()) {
          pending.add(await stepwise.record(read));
          if (chance.next().value !== 0) continue;
          await stepwise.run([...pending]);
          pending.clear();
        }
        await stepwise.run([...pending]);

        const rebuilt = await rollupHost();
        for (const read of deals.flat()) await rebuilt.record(read);
        await rebuilt.run(ALL_SHARDS);

        expect(await stepwise.visible()).toBe(await rebuilt.visible());
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same bytes whatever the order and number of the reads, and of the shards (L2)', async () => {
    const shuffled = anyDeals.chain((deals) => {
      const reads = deals.flat();
      return fc.record({
        reads: fc.constant(reads),
        disturbed: fc.shuffledSubarray([...reads, ...reads], { minLength: reads.length * 2 }),
      });
    });
    await fc.assert(
      fc.asyncProperty(shuffled, fc.shuffledSubarray([...ALL_SHARDS], { minLength: 256 }), async (given, shards) => {
        const straight = await rollupHost();
        for (const read of given.reads) await straight.record(read);
        await straight.run(ALL_SHARDS);

        const disturbed = await rollupHost();
        for (const read of given.disturbed) await disturbed.run([await disturbed.record(read)]);
        await disturbed.run([...shards, ...shards]);

        expect(await disturbed.visible()).toBe(await straight.visible());
      }),
      { numRuns: 60 },
    );
  });
});
