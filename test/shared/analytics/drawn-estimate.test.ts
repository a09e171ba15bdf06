import { betaDraw, binomialDraw, type Estimate, hazardBeliefs, seededRandom } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnShare, pipelineRate, type RateCount, ratesBelow } from '../../../shared/src/analytics/drawn-estimate.ts';

const anyCount = fc
  .record({ n: fc.integer({ min: 20, max: 800 }), share: fc.double({ min: 0.05, max: 0.95, noNaN: true }) })
  .map(({ n, share }): RateCount => ({ x: Math.round(n * share), n }));
const anyOthers = fc.array(anyCount, { minLength: 1, maxLength: 6 });
const meanOf = (own: RateCount, others: readonly RateCount[]): number => pipelineRate(own, others).belief.mean;
const sum = (counts: readonly RateCount[]) =>
  counts.reduce((all, { x, n }) => ({ x: all.x + x, n: all.n + n }), { x: 0, n: 0 });

describe('the rate of a pipeline', () => {
  it('is its own with very many observations', () => {
    fc.assert(
      fc.property(anyOthers, fc.double({ min: 0.02, max: 0.98, noNaN: true }), (others, share) => {
        const node = pipelineRate({ x: Math.round(share * 1e6), n: 1e6 }, others);

        expect(node.belief.mean).toBeCloseTo(share, 3);
        expect(node.evidence).toEqual({ from: 'pipeline', n: 1e6 });
      }),
      { numRuns: 60 },
    );
  });

  it('is the portal’s without any, and no surer than the portal is', () => {
    fc.assert(
      fc.property(anyCount, fc.integer({ min: 2, max: 6 }), (other, pipelines) => {
        const others = Array.from({ length: pipelines }, () => other);
        const { belief, evidence } = pipelineRate({ x: 0, n: 0 }, others);

        expect(Math.abs(belief.mean - other.x / other.n)).toBeLessThan(0.03);
        expect(belief.precision).toBeLessThan(pipelines * other.n);
        expect(evidence).toEqual({ from: 'portal', n: pipelines * other.n });
      }),
      { numRuns: 60 },
    );
  });

  it('lies between what it is without observations and its own share', () => {
    fc.assert(
      fc.property(anyCount, anyOthers, (own, others) => {
        const [without, share] = [meanOf({ x: 0, n: 0 }, others), own.x / own.n];

        expect(meanOf(own, others)).toBeGreaterThan(Math.min(without, share) - 0.02);
        expect(meanOf(own, others)).toBeLessThan(Math.max(without, share) + 0.02);
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on the order of the others, and borrows from none that has nothing', () => {
    fc.assert(
      fc.property(anyCount, anyOthers, (own, others) => {
        expect(meanOf(own, others.toReversed())).toBeCloseTo(meanOf(own, others), 9);
        expect(pipelineRate(own, [{ x: 0, n: 0 }])).toEqual(pipelineRate(own, []));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a figure of the tree', () => {
  it('names whose observations it rests on: its own, its stage’s, its pipeline’s or the portal’s', () => {
    const others = [60, 66, 57].map((x) => ({ x, n: 200 }));
    const told = (pipeline: number, stage: number, group: number) => {
      const third = (n: number): RateCount => ({ x: Math.round(0.3 * n), n });
      const top = pipelineRate(third(pipeline), others);
      const groups = (n: number) => {
        const counts = [third(n), third(400), third(400), third(400)];
        return { x: counts.map(({ x }) => x), n: counts.map((each) => each.n) };
      };
      const [middle] = ratesBelow(top, stage === 0 ? { x: [0], n: [0] } : groups(stage), 'stage');
      if (middle === undefined) throw new Error('A group that was given has a rate.');
      const [own] = ratesBelow(middle, group === 0 ? { x: [0], n: [0] } : groups(group), 'deal-type');
      return own === undefined ? null : drawnShare(own);
    };

    expect(told(0, 0, 0)).toMatchObject({ from: 'portal', n: 600 });
    expect(told(5000, 0, 0)).toMatchObject({ from: 'pipeline', n: 5000 });
    expect(told(5000, 2000, 0)).toMatchObject({ from: 'stage', n: 2000 });
    expect(told(5000, 2000, 3000)).toMatchObject({ from: 'deal-type', n: 3000 });
  });

  it('is insufficient where all that it could borrow from has fewer than twenty', () => {
    const pipeline = pipelineRate({ x: 2, n: 9 }, [{ x: 3, n: 10 }]);
    const [stage] = ratesBelow(pipeline, { x: [2], n: [9] }, 'stage');

    expect(stage === undefined ? null : drawnShare(stage)).toEqual({
      kind: 'insufficient',
      n: 19,
      needed: 20,
    });
  });

  /** Portals of four pipelines of about 30 % each, these of four stages; the last pipeline and its first stage have few deals. */
  it('holds the truth as often as its interval says, at every level', () => {
    const random = seededRandom(5);
    const held = { pipeline: 0, stage: 0, group: 0 };
    const portals = 200;
    const near = (rate: number, precision: number) => betaDraw(random, rate * precision, (1 - rate) * precision);
    const seen = (rate: number, n: number): RateCount => ({ x: binomialDraw(random, n, rate), n });
    for (let portal = 0; portal < portals; portal += 1) {
      const others = [0, 1, 2].map(() => seen(near(0.3, 20), 400));
      const truth = near(0.3, 20);
      const stages = [0, 1, 2, 3].map((place) => {
        const rate = near(truth, 8);
        return { rate, ...seen(rate, place === 0 ? portal % 30 : 40) };
      });
      const young = pipelineRate(seen(truth, portal % 60), others);
      const [first] = ratesBelow(
        pipelineRate(sum(stages), others),
        { x: stages.map(({ x }) => x), n: stages.map(({ n }) => n) },
        'stage',
      );
      const types = [0, 1, 2, 3, 4, 5].map((place) => {
        const rate = near(0.4, 25);
        return { rate, ...seen(rate, place === 0 ? portal % 40 : 120) };
      });
      const [type] = ratesBelow(
        pipelineRate(sum(types), []),
        { x: types.map(({ x }) => x), n: types.map(({ n }) => n) },
        'deal-type',
      );
      if (type !== undefined && holds(drawnShare(type), types[0]?.rate ?? 0)) held.group += 1;
      if (holds(drawnShare(young), truth)) held.pipeline += 1;
      if (first !== undefined && holds(drawnShare(first), stages[0]?.rate ?? 0)) held.stage += 1;
    }

    for (const count of Object.values(held)) {
      expect(count / portals).toBeGreaterThan(0.9);
      expect(count / portals).toBeLessThan(0.995);
    }
  });
});

function holds(estimate: Estimate<string>, truth: number): boolean {
  return estimate.kind === 'estimate' && estimate.low <= truth && truth <= (estimate.high ?? 1);
}

describe('the pace of a group', () => {
  const anyGroups = fc.array(
    fc
      .record({ expected: fc.integer({ min: 20, max: 400 }), ratio: fc.double({ min: 0.5, max: 2, noNaN: true }) })
      .map(({ expected, ratio }) => ({ expected, observed: Math.round(ratio * expected) })),
    { minLength: 1, maxLength: 5 },
  );

  it('is observed over expected with very many exits, and near that of all without any', () => {
    fc.assert(
      fc.property(anyGroups, fc.double({ min: 0.4, max: 2.5, noNaN: true }), (groups, ratio) => {
        const [large] = hazardBeliefs([{ observed: Math.round(ratio * 1e6), expected: 1e6 }, ...groups]);
        const [none] = hazardBeliefs([{ observed: 0, expected: 0 }, ...groups]);
        const ratios = groups.map(({ observed, expected }) => observed / expected);

        expect(large?.ratio).toBeCloseTo(ratio, 2);
        expect(large?.ownShare).toBeGreaterThan(0.99);
        expect(none?.ownShare).toBe(0);
        expect(none?.ratio).toBeGreaterThan(Math.min(1, ...ratios) - 0.1);
        expect(none?.ratio).toBeLessThan(Math.max(1, ...ratios) + 0.1);
      }),
      { numRuns: 60 },
    );
  });
});
