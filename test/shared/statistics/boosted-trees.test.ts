import { type BoostingRules, boostedTrees, logitBy, seededRandom } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';

const rules = (): BoostingRules => ({
  trees: 120,
  depth: 2,
  rate: 0.2,
  leastCurvature: 1,
  penalty: 1,
  share: 0.7,
  random: seededRandom(5),
});

/** Two columns of which neither alone tells anything, and one of noise. */
function either(n: number) {
  const random = seededRandom(2);
  const rows = Array.from({ length: n }, () => [random(), random(), random()]);
  const outcome = rows.map(([a = 0, b = 0]) => (random() < (a < 0.5 === b < 0.5 ? 0.8 : 0.2) ? 1 : 0));
  return { rows, outcome };
}

const chance = (logit: number): number => 1 / (1 + Math.exp(-logit));

describe('boostedTrees', () => {
  it('find what two columns say together', () => {
    const trees = boostedTrees(either(4000), rules());

    const said = (a: number, b: number): number => chance(logitBy(trees, [a, b, 0.5]).logit);
    expect(Math.min(said(0.2, 0.2), said(0.8, 0.8))).toBeGreaterThan(0.7);
    expect(Math.max(said(0.2, 0.8), said(0.8, 0.2))).toBeLessThan(0.3);
  });

  it('tell what each column moved, adding up to all that differs between rows', () => {
    const trees = boostedTrees(either(2000), rules());

    const [one, other] = [logitBy(trees, [0.1, 0.2, 0.9]), logitBy(trees, [0.9, 0.1, 0.3])];

    const sum = ({ moved }: typeof one): number => moved.reduce((total, each) => total + each, 0);
    expect(one.logit - sum(one)).toBeCloseTo(other.logit - sum(other), 9);
    expect(Math.abs(one.moved[0] ?? 0)).toBeGreaterThan(10 * Math.abs(one.moved[2] ?? 0));
  });

  it('give the same trees for the same seed', () => {
    expect(boostedTrees(either(500), rules())).toEqual(boostedTrees(either(500), rules()));
  });

  it('take chances for outcomes that are not known yet', () => {
    const rows = Array.from({ length: 400 }, (_, row) => [row % 2]);
    const trees = boostedTrees({ rows, outcome: rows.map(([side = 0]) => 0.2 + 0.5 * side) }, rules());

    expect(chance(logitBy(trees, [0]).logit)).toBeCloseTo(0.2, 1);
    expect(chance(logitBy(trees, [1]).logit)).toBeCloseTo(0.7, 1);
  });

  it('grow nothing where there is one outcome alone, or no row', () => {
    const allWon = boostedTrees({ rows: [[1], [2], [3]], outcome: [1, 1, 1] }, rules());

    expect(allWon.trees).toEqual([]);
    expect(logitBy(allWon, [7]).logit).toBeCloseTo(Math.log(7), 9);
    expect(boostedTrees({ rows: [], outcome: [] }, rules())).toEqual({ base: 0, columns: 0, trees: [] });
  });
});
