import { DAY_MS } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGE_EDGES_MS, ageBin } from '../../../shared/src/model/age-bins.ts';
import { stageLife } from '../../../shared/src/model/life-table.ts';
import { exitsByStep, stageHazards } from '../../../shared/src/model/stage-hazards.ts';
import { aSample, type SomeVisit } from './a-sample.ts';

const hazardsOf = (visits: readonly SomeVisit[], destinations = 3) =>
  stageHazards(stageLife(aSample(visits), destinations));
const repeated = (times: number, ageDays: number, event: number): SomeVisit[] =>
  Array.from({ length: times }, () => ({ ageMs: ageDays * DAY_MS, event }));
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

describe('exitsByStep', () => {
  it('never lets more leave than there are, and nobody come back', () => {
    const visits = fc.array(
      fc.record({
        ageMs: fc.double({ min: 0, max: 400 * DAY_MS, noNaN: true }),
        event: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(visits, fc.double({ min: 0, max: 500, noNaN: true }), (rows, ageDays) => {
        const exits = exitsByStep(hazardsOf(rows), { fromMs: ageDays * DAY_MS, stepMs: DAY_MS, steps: 90 });

        expect(exits.every((share) => share >= 0)).toBe(true);
        expect(sum(exits)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('does not depend on how a span is cut into steps', () => {
    const hazards = hazardsOf([...repeated(30, 2, 1), ...repeated(40, 9, 2), ...repeated(30, 30, 0)]);

    const whole = exitsByStep(hazards, { fromMs: DAY_MS, stepMs: 24 * DAY_MS, steps: 1 });
    const cut = exitsByStep(hazards, { fromMs: DAY_MS, stepMs: DAY_MS / 4, steps: 96 });

    for (const k of [0, 1, 2]) {
      expect(sum(cut.filter((_, cell) => cell % 3 === k))).toBeCloseTo(whole[k]!, 12);
    }
  });

  it('equals the plain shares at the end of an age bin when nobody is censored', () => {
    const hazards = hazardsOf([...repeated(60, 1, 1), ...repeated(20, 1, 2), ...repeated(20, 100, 3)]);
    const binEnd = AGE_EDGES_MS[ageBin(DAY_MS) + 1]!;

    const exits = exitsByStep(hazards, { fromMs: 0, stepMs: binEnd, steps: 1 });

    expect([...exits].map((share) => share.toFixed(9))).toEqual(['0.600000000', '0.200000000', '0.000000000']);
  });

  it('counts a visit that ends unresolved inside a bin as half at risk in it', () => {
    const hazards = hazardsOf([...repeated(50, 1, 1), ...repeated(20, 1, 0), ...repeated(30, 100, 2)]);
    const binEnd = AGE_EDGES_MS[ageBin(DAY_MS) + 1]!;

    const [left] = exitsByStep(hazards, { fromMs: 0, stepMs: binEnd, steps: 1 });

    expect(left).toBeCloseTo(50 / (100 - 20 / 2), 9);
  });

  it('does not take the last few exits for certainty: where fewer than ten are at risk, earlier bins speak too', () => {
    const hazards = hazardsOf([...repeated(20, 1, 1), ...repeated(20, 20, 0), ...repeated(3, 60, 1)]);

    const [left] = exitsByStep(hazards, { fromMs: 45 * DAY_MS, stepMs: 60 * DAY_MS, steps: 1 });

    // Three of three left; with the twenty that were last seen before, 3 of some 23 is what is known.
    expect(left).toBeGreaterThan(0.05);
    expect(left).toBeLessThan(0.4);
  });

  it('goes on with what the last ten visits say at ages that nobody reached, and not with certainty', () => {
    const hazards = hazardsOf([...repeated(50, 1, 1), ...repeated(10, 20, 1), ...repeated(10, 20, 0)]);

    const exits = exitsByStep(hazards, { fromMs: 900 * DAY_MS, stepMs: 30 * DAY_MS, steps: 1 });

    expect(exits[0]).toBeGreaterThan(0);
    expect(exits[0]).toBeLessThan(0.5);
  });
});
