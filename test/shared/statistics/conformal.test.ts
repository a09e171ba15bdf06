import { normalDraw, seededRandom, widened, wideningFactor } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';

describe('wideningFactor', () => {
  it('reaches the miss of the eighth of nine intervals at 80 %', () => {
    const past = [1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9].map((factor, i) =>
      i % 2 === 0 ? { low: 50, high: 100, actual: 100 * factor } : { low: 50, high: 100, actual: 50 / factor },
    );

    expect(wideningFactor(past, 0.8)).toBeCloseTo(1.8, 12);
  });

  it('never narrows, and says nothing from too few', () => {
    const held = { low: 50, high: 100, actual: 70 };

    expect(wideningFactor([held, held, held, held], 0.8)).toBe(1);
    expect(wideningFactor([held, held, held], 0.8)).toBeNull();
    expect(wideningFactor([], 0.8)).toBeNull();
  });

  it('deals with amounts of zero', () => {
    const zero = (actual: number) => [1, 2, 3, 4].map(() => ({ low: 0, high: 0, actual }));

    expect(wideningFactor(zero(0), 0.8)).toBe(1);
    expect(wideningFactor(zero(5), 0.8)).toBe(Number.POSITIVE_INFINITY);
    expect(
      wideningFactor(
        [1, 2, 3, 4].map(() => ({ low: 1, high: 2, actual: 0 })),
        0.8,
      ),
    ).toBe(Number.POSITIVE_INFINITY);
  });

  it('makes intervals hold as often as they claim, on errors like the past ones', () => {
    const random = seededRandom(6);
    // Far too narrow: half the spread that an 80 % interval needs.
    const forecast = () => ({
      low: 100 * Math.exp(-0.3),
      high: 100 * Math.exp(0.3),
      actual: 100 * Math.exp(0.5 * normalDraw(random)),
    });
    let held = 0;
    for (let round = 0; round < 2000; round += 1) {
      const past = Array.from({ length: 14 }, forecast);
      const next = forecast();
      const { low, high } = widened(next, wideningFactor(past, 0.8) ?? Number.NaN);
      if (low <= next.actual && next.actual <= high) held += 1;
    }

    expect(held / 2000).toBeGreaterThan(0.77);
    expect(held / 2000).toBeLessThan(0.84);
  });

  it('refuses what is no interval', () => {
    expect(() => wideningFactor([{ low: 3, high: 2, actual: 1 }], 0.8)).toThrow(RangeError);
    expect(() => wideningFactor([{ low: 1, high: 2, actual: -1 }], 0.8)).toThrow(RangeError);
    expect(() => widened({ low: 1, high: 2 }, 0.5)).toThrow(RangeError);
  });
});
