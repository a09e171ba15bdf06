import { aalenJohansen, incidenceStandardErrors, stepValue } from '@deal-stage-insights/shared';
import { expect, it } from 'vitest';
import { describeOracle, differences, EXACT } from '../../support/oracles.ts';

interface AalenJohansenOracle {
  readonly cases: readonly {
    readonly name: string;
    readonly input: {
      readonly time: readonly number[];
      readonly event: readonly number[];
      readonly entry: readonly number[] | null;
    };
    readonly expected: {
      readonly at: readonly number[];
      readonly survival: readonly number[];
      readonly cif: readonly (readonly number[])[];
      readonly cifSe: readonly (readonly number[])[];
      readonly cmprsk?: { readonly est: readonly (readonly number[])[] };
    };
  }[];
}

describeOracle<AalenJohansenOracle>('aj', ({ cases }) => {
  it('holds at least one case', () => expect(cases.length).toBeGreaterThan(0));

  it.each(cases)('equals survfit of R and, in the estimate, cmprsk: $name', ({ input, expected }) => {
    const sample = { time: input.time, event: input.event, entry: input.entry };
    const curve = aalenJohansen(sample, expected.cif.length);
    const { at } = expected;

    const cif = curve.cumulativeIncidence.map((column) => at.map((t) => stepValue(curve.time, column, t, 0)));
    const got = {
      at,
      survival: at.map((t) => stepValue(curve.time, curve.survival, t, 1)),
      cif,
      cifSe: incidenceStandardErrors(sample, curve, at),
    };
    const { survival, cifSe } = expected;

    expect(differences(got, { at, survival, cif: expected.cif, cifSe }, EXACT)).toEqual([]);
    // cmprsk's own variance (Aalen's) is another estimator, which the product does not use.
    if (expected.cmprsk !== undefined) expect(differences(cif, expected.cmprsk.est, EXACT)).toEqual([]);
  });
});
