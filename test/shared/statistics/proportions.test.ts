import {
  benjaminiHochberg,
  clopperPearsonInterval,
  fisherExactPValue,
  holm,
  jeffreysInterval,
  newcombeInterval,
  twoProportionsTest,
  wilsonInterval,
} from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const xOfN = fc
  .integer({ min: 0, max: 200 })
  .chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
const twice = fc.tuple(xOfN, xOfN).map(([a, b]) => ({ x1: a.x, n1: a.n, x2: b.x, n2: b.n }));

describe.each([
  ['wilsonInterval', wilsonInterval],
  ['clopperPearsonInterval', clopperPearsonInterval],
  ['jeffreysInterval', jeffreysInterval],
])('%s', (name, interval) => {
  it('stays in [0, 1], holds the rate, mirrors successes and failures, and widens with the level', () => {
    fc.assert(
      fc.property(xOfN, ({ x, n }) => {
        const { low, high } = interval(x, n);
        const mirrored = interval(n - x, n);
        const narrow = interval(x, n, 0.8);

        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(mirrored.low).toBeCloseTo(1 - high, 9);
        expect(narrow.low).toBeGreaterThanOrEqual(low);
        expect(narrow.high).toBeLessThanOrEqual(high);
        // Jeffreys' interval leaves out a rate of exactly 0 or 1 by design.
        if (n === 0 || (name === 'jeffreysInterval' && (x === 0 || x === n))) return;
        expect(low).toBeLessThanOrEqual(x / n);
        expect(high).toBeGreaterThanOrEqual(x / n);
      }),
    );
  });

  it('says something about 0 of n and n of n, and refuses impossible counts', () => {
    expect(interval(0, 10).high).toBeGreaterThan(0.2);
    expect(interval(10, 10).low).toBeLessThan(0.8);
    expect(() => interval(3, 2)).toThrow(RangeError);
    expect(() => interval(-1, 2)).toThrow(RangeError);
  });
});

describe('wilsonInterval', () => {
  it('knows nothing from nobody', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

describe('newcombeInterval', () => {
  it('lies in [-1, 1], holds the difference, and turns round with the groups', () => {
    fc.assert(
      fc.property(twice, (groups) => {
        const { low, high } = newcombeInterval(groups);
        const { x1, n1, x2, n2 } = groups;
        const turned = newcombeInterval({ x1: x2, n1: n2, x2: x1, n2: n1 });

        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
        expect(turned.low).toBeCloseTo(-high, 12);
        if (n1 === 0 || n2 === 0) return;
        expect(low).toBeLessThanOrEqual(x1 / n1 - x2 / n2);
        expect(high).toBeGreaterThanOrEqual(x1 / n1 - x2 / n2);
      }),
    );
  });
});

describe('tests of two rates', () => {
  it('find no difference where none can be seen', () => {
    const nothing = { statistic: 0, pValue: 1 };

    expect(twoProportionsTest({ x1: 0, n1: 9, x2: 0, n2: 5 })).toEqual(nothing);
    expect(twoProportionsTest({ x1: 9, n1: 9, x2: 5, n2: 5 })).toEqual(nothing);
    expect(twoProportionsTest({ x1: 0, n1: 0, x2: 2, n2: 5 })).toEqual(nothing);
    expect(fisherExactPValue({ x1: 0, n1: 9, x2: 0, n2: 5 })).toBeCloseTo(1, 12);
  });

  it("gives Fisher's answer for the lady tasting tea", () => {
    expect(fisherExactPValue({ x1: 3, n1: 4, x2: 1, n2: 4 })).toBeCloseTo(34 / 70, 12);
  });
});

describe('adjusted p-values', () => {
  const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });

  it('never fall below the raw ones, keep their order, and Holm is stricter than Benjamini-Hochberg', () => {
    fc.assert(
      fc.property(pValues, (p) => {
        const bh = benjaminiHochberg(p);
        const strict = holm(p);
        p.forEach((raw, i) => {
          expect(bh[i]).toBeGreaterThanOrEqual(raw);
          expect(bh[i]).toBeLessThanOrEqual(1);
          expect(strict[i]).toBeGreaterThanOrEqual((bh[i] ?? 0) - 1e-15);
          p.forEach((other, j) => {
            if (raw <= other) expect(bh[i]).toBeLessThanOrEqual((bh[j] ?? 0) + 1e-15);
          });
        });
      }),
    );
  });

  it('leave a single test alone and refuse what is no probability', () => {
    expect(benjaminiHochberg([0.03])).toEqual([0.03]);
    expect(() => benjaminiHochberg([1.2])).toThrow(RangeError);
  });
});
