import { digestTexts, SHARD_COUNT, shardOf } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('shardOf', () => {
  it('never changes: stored deals would no longer be found', () => {
    expect(['1', '1001', '31000000037', '9007199254740993', ''].map(shardOf)).toEqual([143, 250, 158, 144, 11]);
  });

  it('answers a whole number from 0 to 255', () => {
    fc.assert(
      fc.property(fc.string(), (dealId) => {
        expect(Number.isInteger(shardOf(dealId))).toBe(true);
        expect(shardOf(dealId)).toBeGreaterThanOrEqual(0);
        expect(shardOf(dealId)).toBeLessThan(SHARD_COUNT);
      }),
    );
  });

  it.each([1, 37, 256, 1000])('spreads ids that rise by %i evenly', (step) => {
    const counts = new Uint32Array(SHARD_COUNT);
    const expected = 200;
    for (let deal = 0; deal < SHARD_COUNT * expected; deal += 1) {
      const shard = shardOf(String(20_000_000_000 + deal * step));
      counts[shard] = (counts[shard] ?? 0) + 1;
    }

    // Chi-square with 255 degrees of freedom: 340 is exceeded once in five thousand times by chance.
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(340);
  });
});

describe('digestTexts', () => {
  it('tells texts, their order and their borders apart', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (a, b) => {
        expect(digestTexts(a) === digestTexts(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
    expect(digestTexts(['a', 'b'])).not.toBe(digestTexts(['ab']));
    expect(digestTexts([])).not.toBe(digestTexts(['']));
  });

  it('is different for neighbouring texts in every part', () => {
    const digests = Array.from({ length: 20_000 }, (_, place) => digestTexts([String(place)]));

    for (let part = 0; part < 32; part += 8) {
      // Of 32 bits, 20,000 texts may share some by chance (0.05 pairs are expected).
      expect(new Set(digests.map((digest) => digest.slice(part, part + 8))).size).toBeGreaterThanOrEqual(19_998);
    }
    expect(digests[0]).toMatch(/^[0-9a-f]{32}$/);
  });
});
