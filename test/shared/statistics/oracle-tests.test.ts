import { concordance, hazardRatio, logRank, twoGroupTable } from '@deal-stage-insights/shared';
import { expect, it } from 'vitest';
import { describeOracle, differences, EXACT, ITERATED } from '../../support/oracles.ts';

interface Coefficient {
  readonly coef: number;
  readonly se: number;
}

interface TestsOracle {
  readonly cases: readonly {
    readonly name: string;
    readonly input: {
      readonly time: readonly number[];
      readonly status: readonly number[];
      readonly group: readonly number[];
    };
    readonly expected: {
      readonly logrankChisq: number;
      readonly logrankP: number;
      readonly obs: readonly number[];
      readonly exp: readonly number[];
      readonly coxEfron: Coefficient;
      readonly coxBreslow: Coefficient;
    };
    readonly concordance?: { readonly score: readonly (number | null)[]; readonly c: number };
  }[];
}

describeOracle<TestsOracle>('tests', ({ cases }) => {
  it('holds at least one case', () => expect(cases.length).toBeGreaterThan(0));

  it.each(cases)('compares two groups as R does: $name', ({ input, expected }) => {
    const sample = { time: input.time, event: input.status };
    const firstGroup = Math.min(...input.group);
    const table = twoGroupTable(
      sample,
      input.group.map((group) => group !== firstGroup),
    );

    const { statistic, pValue, observed, expected: exp } = logRank(table);
    const exact = { logrankChisq: statistic, logrankP: pValue, obs: observed, exp };
    const iterated = { coxEfron: coefficient(table, 'efron'), coxBreslow: coefficient(table, 'breslow') };
    const { logrankChisq, logrankP, coxEfron, coxBreslow } = expected;

    const exactExpected = { logrankChisq, logrankP, obs: expected.obs, exp: expected.exp };
    expect(differences(exact, exactExpected, EXACT)).toEqual([]);
    expect(differences(iterated, { coxEfron, coxBreslow }, ITERATED)).toEqual([]);
  });

  it.each(cases)('ranks pairs as R does: $name', ({ input, concordance: expected }) => {
    const known = (expected?.score ?? []).flatMap((score, row) => (score === null ? [] : [{ score, row }]));
    const pick = (column: readonly number[]) => known.map(({ row }) => column[row] ?? Number.NaN);

    const c = concordance(
      { time: pick(input.time), event: pick(input.status) },
      known.map(({ score }) => score),
    );

    expect(differences(c, expected?.c ?? null, EXACT)).toEqual([]);
  });
});

function coefficient(table: Parameters<typeof hazardRatio>[0], ties: 'efron' | 'breslow') {
  const fit = hazardRatio(table, ties);
  return fit === null ? null : { coef: fit.logRatio, se: fit.standardError };
}
