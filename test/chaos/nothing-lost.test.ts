import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectSameAsClean } from './same-as-clean.ts';

describe('webhooks lost, doubled and late, and processes killed at any step', () => {
  it('leave the same as a run without any fault, byte for byte', { timeout: 120_000 }, async () => {
    let killed = 0;
    const chaos = fc.record({
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      operations: fc.integer({ min: 1, max: 150 }),
      killPercent: fc.integer({ min: 0, max: 80 }),
    });
    const property = fc.asyncProperty(chaos, async (given) => {
      killed += await expectSameAsClean(given);
    });
    await fc.assert(property, { numRuns: 8, seed: 20_261_125 });
    expect(killed).toBeGreaterThan(20);
  });
});
