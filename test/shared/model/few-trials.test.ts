import { describe, expect, it } from 'vitest';
import { fewTrials } from '../../../shared/src/model/few-trials.ts';
import { wilsonInterval } from '../../../shared/src/statistics/wilson-interval.ts';

const highOf = (chance: number, trials: number): number => wilsonInterval(chance * trials, trials).high;

describe('the trials that a chance of few visits is worth', () => {
  it('are next to what its variance says where there are many', () => {
    const trials = fewTrials({ chance: 0.3, trials: 60, visits: 400, best: 1 });

    expect(trials).toBeGreaterThan(59);
    expect(trials).toBeLessThanOrEqual(60);
  });

  it('are half of it with five visits, and next to none without any', () => {
    // (1.960 / 2.571)²
    expect(fewTrials({ chance: 0.3, trials: 6, visits: 5, best: 1 })).toBeCloseTo(6 * 0.5813, 2);

    const { low, high } = wilsonInterval(0.3 * 0.2, 0.2);
    expect(fewTrials({ chance: 0.3, trials: 6, visits: 0, best: 1 })).toBe(0.2);
    expect(high - low).toBeGreaterThan(0.95);
  });

  it('let a rare chance be as high as five visits of the best way leave open', () => {
    const trials = fewTrials({ chance: 0.002, trials: 1200, visits: 5, best: 0.1 });

    // Of 5 visits a fiftieth went that way: by Wilson up to .456.
    expect(highOf(0.002, trials)).toBeCloseTo(0.1 * highOf(0.02, 5), 6);
    expect(highOf(0.002, 1200)).toBeLessThan(0.01);
  });

  it('are no more than its visits where there is no way at all', () => {
    expect(fewTrials({ chance: 0, trials: 900, visits: 7, best: 0 })).toBe(7);
  });
});
