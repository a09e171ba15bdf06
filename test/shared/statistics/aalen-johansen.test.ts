import { aalenJohansen, type DurationSample, incidenceStandardErrors, stepValue } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDurations } from './durations.ts';

describe('aalenJohansen', () => {
  it('shares everybody out among the causes and those still there', () => {
    fc.assert(
      fc.property(arbitraryDurations({ late: true }), (sample) => {
        const { survival, cumulativeIncidence } = aalenJohansen(sample, 3);
        survival.forEach((s, i) => {
          const left = cumulativeIncidence.map((column) => column[i] ?? Number.NaN);
          expect(left.every((share) => share >= 0 && share <= 1 + 1e-12)).toBe(true);
          expect(s + left.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        });
      }),
    );
  });

  it('never lets an incidence fall', () => {
    fc.assert(
      fc.property(arbitraryDurations({ late: true }), (sample) => {
        for (const column of aalenJohansen(sample).cumulativeIncidence)
          column.forEach((share, i) => expect(share).toBeGreaterThanOrEqual(column[i - 1] ?? 0));
      }),
    );
  });

  it('keeps a column for a cause that nobody took', () => {
    const { cumulativeIncidence } = aalenJohansen({ time: [1, 2], event: [1, 0] }, 2);

    expect(cumulativeIncidence.map((column) => [...column])).toEqual([
      [0.5, 0.5],
      [0, 0],
    ]);
  });
});

describe('incidenceStandardErrors', () => {
  it('is the root of the summed squares of what each row, late ones too, changes', () => {
    fc.assert(
      fc.property(arbitraryDurations({ late: true }), fc.integer({ min: 0, max: 12 }), (sample, age) => {
        const curve = aalenJohansen(sample, 2);
        const errors = incidenceStandardErrors(sample, curve, [age]);

        [1, 2].forEach((cause) => {
          const slopes = Array.from(sample.time, (_, row) => weightSlope({ sample, cause, age }, row));
          const expected = Math.sqrt(slopes.reduce((sum, slope) => sum + slope * slope, 0));
          expect(errors[cause - 1]?.[0]).toBeCloseTo(expected, 6);
        });
      }),
    );
  });

  it('is zero before the first exit', () => {
    const sample = { time: [3, 4], event: [1, 2] };

    expect(incidenceStandardErrors(sample, aalenJohansen(sample), [1]).map((row) => row[0])).toEqual([0, 0]);
  });
});

interface Question {
  readonly sample: DurationSample;
  readonly cause: number;
  readonly age: number;
}

/** How fast the incidence changes with one row's weight: a central difference of the estimator written out with weights. */
function weightSlope(question: Question, row: number): number {
  const step = 1e-5;
  const at = (weight: number) => weightedIncidence(question, (i) => (i === row ? weight : 1));
  return (at(1 + step) - at(1 - step)) / (2 * step);
}

function weightedIncidence({ sample, cause, age }: Question, weight: (row: number) => number): number {
  const rows = Array.from(sample.time, (time, i) => ({
    time,
    event: sample.event[i],
    entry: sample.entry?.[i] ?? 0,
    i,
  }));
  const watched = rows.filter(({ entry, time }) => entry <= 0 || entry < time);
  const total = (chosen: typeof rows) => chosen.reduce((sum, { i }) => sum + weight(i), 0);
  let [survival, incidence] = [1, 0];
  for (let t = 0; t <= age; t += 1) {
    const atRisk = watched.filter(({ entry, time }) => (entry <= 0 || entry < t) && time >= t);
    const leaving = atRisk.filter(({ time, event }) => time === t && event !== 0);
    if (leaving.length === 0) continue;
    incidence += (survival * total(leaving.filter(({ event }) => event === cause))) / total(atRisk);
    // All leave: exactly nobody is left, whatever the weights.
    survival *= leaving.length === atRisk.length ? 0 : 1 - total(leaving) / total(atRisk);
  }
  return incidence;
}

describe('stepValue', () => {
  it('holds a value from its own time until the next', () => {
    const read = (t: number) => stepValue(Float64Array.of(1, 3), Float64Array.of(0.8, 0.5), t, 1);

    expect([0.9, 1, 2.9, 3, 99].map(read)).toEqual([1, 0.8, 0.8, 0.5, 0.5]);
  });
});
