import { describe, expect, it } from 'vitest';
import { expectSameAsClean } from '../chaos/same-as-clean.ts';

const RUNS = Array.from({ length: 50 }, (_, index) => ({ seed: index + 1, operations: 1000, killPercent: 40 }));

describe('a thousand changes, with webhooks lost, doubled and late, and processes killed at any step', () => {
  it.each(RUNS)('leave the same as a run without any fault, byte for byte ($seed)', async (given) => {
    expect(await expectSameAsClean(given)).toBeGreaterThanOrEqual(5);
  });
});
