import {
  benjaminiHochberg,
  benjaminiYekutieli,
  clopperPearsonInterval,
  fisherExactPValue,
  holm,
  type Interval,
  jeffreysInterval,
  newcombeInterval,
  type TwoProportions,
  twoProportionsTest,
  wilsonInterval,
} from '@deal-stage-insights/shared';
import { expect, it } from 'vitest';
import { describeOracle, differences, EXACT, ITERATED } from '../../support/oracles.ts';

type Limits = readonly [number, number];

interface ProportionsOracle {
  readonly proportion: readonly {
    readonly x: number;
    readonly n: number;
    readonly wilson95: Limits;
    readonly wilson90: Limits;
    readonly clopperPearson95: Limits;
    readonly jeffreys95: Limits;
  }[];
  readonly twoProportions: readonly (TwoProportions & {
    readonly chisq: number;
    readonly p: number;
    readonly fisherP: number;
    readonly newcombe95: Limits;
  })[];
  readonly multiple: readonly {
    readonly p: readonly number[];
    readonly BH: readonly number[];
    readonly BY: readonly number[];
    readonly holm: readonly number[];
  }[];
}

describeOracle<ProportionsOracle>('proportions', (oracle) => {
  it('holds cases of each kind', () => {
    expect(oracle.proportion.length).toBeGreaterThan(0);
    expect(oracle.twoProportions.length).toBeGreaterThan(0);
    expect(oracle.multiple.length).toBeGreaterThan(0);
  });

  it.each(oracle.proportion)('lays the intervals around $x of $n', (row) => {
    const { x, n } = row;

    const wilson = [limits(wilsonInterval(x, n)), limits(wilsonInterval(x, n, 0.9))];
    const beta = [limits(clopperPearsonInterval(x, n)), limits(jeffreysInterval(x, n))];

    expect(differences(wilson, [row.wilson95, row.wilson90], EXACT)).toEqual([]);
    expect(differences(beta, [row.clopperPearson95, row.jeffreys95], ITERATED)).toEqual([]);
  });

  it.each(oracle.twoProportions)('compares $x1 of $n1 with $x2 of $n2', (row) => {
    const { statistic, pValue } = twoProportionsTest(row);
    const got = [statistic, pValue, fisherExactPValue(row), limits(newcombeInterval(row))];

    expect(differences(got, [row.chisq, row.p, row.fisherP, row.newcombe95], EXACT)).toEqual([]);
  });

  it.each(oracle.multiple)('adjusts p-values for many tests: $p', ({ p, BH, BY, holm: holmExpected }) => {
    const got = { BH: benjaminiHochberg(p), BY: benjaminiYekutieli(p), holm: holm(p) };

    expect(differences(got, { BH, BY, holm: holmExpected }, EXACT)).toEqual([]);
  });
});

function limits({ low, high }: Interval): Limits {
  return [low, high];
}
