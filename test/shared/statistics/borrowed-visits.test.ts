import { describe, expect, it } from 'vitest';
import { type CauseCounts, effectiveVisits, visitsToBorrow } from '../../../shared/src/statistics/borrowed-visits.ts';

/** Groups of 100 expected exits each, whose pace beside the others is as given. */
const groupsAtPaces = (paces: readonly number[]) => (): readonly (readonly CauseCounts[])[] =>
  paces.map((pace) => [{ observed: 100 * pace, expected: 100, share: 0.5 }]);

describe('visitsToBorrow', () => {
  it('borrows much where groups are alike, and little where each has its own pace', () => {
    const [alike, unlike] = [
      [0.95, 1.05, 1, 1.02, 0.98],
      [0.25, 3, 1, 0.5, 2],
    ].map((paces) => effectiveVisits(visitsToBorrow(groupsAtPaces(paces)), 0));

    expect(alike).toBeGreaterThan(20);
    expect(unlike).toBeLessThan(6);
    expect(unlike).toBeGreaterThan(0.5);
  });

  it('keeps every strength with a weight, and all of them sum to 1', () => {
    const weights = visitsToBorrow(groupsAtPaces([0.8, 1.2]));

    expect(weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(weights.filter(({ weight }) => weight > 0.001).length).toBeGreaterThan(10);
  });

  it('knows nothing of how far groups differ without any: every variance is as likely', () => {
    const weights = visitsToBorrow(() => []);

    // The mean of spread² under a density proportional to spread: 1 / (visits + 1) = 1/2.
    expect(effectiveVisits(weights, 0)).toBeCloseTo(1, 1.5);
  });

  it('bears exits that no other group has', () => {
    const weights = visitsToBorrow(() => [[{ observed: 5, expected: 0, share: 0 }]]);

    expect(weights.every(({ weight }) => Number.isFinite(weight))).toBe(true);
  });
});

describe('effectiveVisits', () => {
  it('is the strength itself where there is only one', () => {
    expect(effectiveVisits([{ visits: 3, weight: 1 }], 10)).toBeCloseTo(3, 12);
  });

  it('leaves a group as unsure as the strengths do together', () => {
    const weights = [
      { visits: 1, weight: 0.5 },
      { visits: 19, weight: 0.5 },
    ];

    // 1 / (w + 1) = (1/2 + 1/20) / 2
    expect(effectiveVisits(weights, 0)).toBeCloseTo(1 / 0.275 - 1, 12);
    expect(effectiveVisits(weights, 1000)).toBeCloseTo(10, 0.5);
  });
});
