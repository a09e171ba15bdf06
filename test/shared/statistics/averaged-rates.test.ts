import fc from 'fast-check';
import { seededRandom } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { averagedRates } from '../../../shared/src/statistics/averaged-rates.ts';

describe('averagedRates', () => {
  it.each([
    { groups: 3, spread: 0.12 },
    { groups: 5, spread: 0.08 },
    { groups: 5, spread: 0.03 },
    { groups: 12, spread: 0 },
  ])('holds the truth as often as it says, on average over $groups groups that differ by $spread', (asked) => {
    const { groups, spread } = asked;
    const random = seededRandom(groups);
    let held = 0;
    const rounds = 300;
    for (let round = 0; round < rounds; round += 1) {
      const truths = Array.from({ length: groups }, () => 0.6 + spread * (2 * random() - 1));
      const n = truths.map(() => 40 + Math.floor(200 * random()));
      const x = truths.map(
        (truth, group) => Array.from({ length: n[group] ?? 0 }, random).filter((u) => u < truth).length,
      );
      averagedRates({ x, n }).forEach((rate, group) => {
        const truth = truths[group] ?? 0;
        if (rate !== null && rate.low <= truth && truth <= rate.high) held += 1;
      });
    }
    // At most three standard errors below; intervals may be a little wide where groups do not differ at all.
    expect(held / (rounds * groups)).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / (rounds * groups)));
  });

  it('draws each rate towards the common one, less where it is better known', () => {
    const [few, many, other] = averagedRates({ x: [15, 150, 560], n: [20, 200, 800] });

    expect(few?.value).toBeLessThan(0.75);
    expect(many?.value).toBeGreaterThan(few?.value ?? 1);
    expect(many?.value).toBeLessThan(0.75);
    expect(other?.value).toBeGreaterThan(0.7);
  });

  it('lies between 0 and 1, around its value, and says nothing of a group without observations', () => {
    const group = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ x: Math.min(a, b), n: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 8 }), (all) => {
        const rates = averagedRates({ x: all.map(({ x }) => x), n: all.map(({ n }) => n) });
        rates.forEach((rate, place) => {
          expect(rate === null).toBe(all[place]?.n === 0);
          if (rate === null) return;
          expect(rate.low).toBeGreaterThanOrEqual(0);
          expect(rate.low).toBeLessThanOrEqual(rate.value);
          expect(rate.high).toBeGreaterThanOrEqual(rate.value);
          expect(rate.high).toBeLessThanOrEqual(1);
        });
      }),
    );
  });
});
