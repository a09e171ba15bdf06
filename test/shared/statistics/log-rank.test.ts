import { concordance, hazardRatio, kaplanMeier, logRank, twoGroupTable } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDurations } from './durations.ts';

const groupsOf = (size: number, seed: number) => Array.from({ length: size }, (_, i) => ((i * 7 + seed) % 3) % 2 === 1);

describe('logRank', () => {
  it('equals the table of expected exits worked out by hand', () => {
    const table = twoGroupTable({ time: [1, 2, 3, 4], event: [1, 1, 1, 0] }, [true, false, true, false]);

    const { statistic, observed, expected } = logRank(table);

    // Expected exits of the second group: 2/4 + 1/3 + 1/2; variance 1/4 + 2/9 + 1/4.
    expect(observed).toEqual([1, 2]);
    expect(expected[1]).toBeCloseTo(4 / 3, 12);
    expect(statistic).toBeCloseTo((2 / 3) ** 2 / (13 / 18), 12);
  });

  it('sees no difference between a group and itself, and none when nobody left', () => {
    const time = [1, 3, 3, 7];
    const twice = twoGroupTable({ time: [...time, ...time], event: [1, 1, 0, 1, 1, 1, 0, 1] }, groupPair(4));
    const still = twoGroupTable({ time, event: [0, 0, 0, 0] }, [true, false, true, false]);

    expect(logRank(twice).statistic).toBeCloseTo(0, 12);
    expect(logRank(still)).toMatchObject({ statistic: 0, pValue: 1 });
  });

  it('expects as many exits as it sees, and does not care which group comes first', () => {
    fc.assert(
      fc.property(arbitraryDurations({ late: true }), fc.nat(2), (sample, seed) => {
        const isSecond = groupsOf(sample.time.length, seed);
        const one = logRank(twoGroupTable(sample, isSecond));
        const other = logRank(
          twoGroupTable(
            sample,
            isSecond.map((second) => !second),
          ),
        );

        expect(one.expected[0] + one.expected[1]).toBeCloseTo(one.observed[0] + one.observed[1], 9);
        expect(other.statistic).toBeCloseTo(one.statistic, 9);
      }),
    );
  });
});

describe('twoGroupTable', () => {
  it('has at each age those of either group who were watched then and had not left, and those who left then', () => {
    fc.assert(
      fc.property(arbitraryDurations({ late: true }), fc.nat(2), (sample, seed) => {
        const isSecond = groupsOf(sample.time.length, seed);
        const { time } = kaplanMeier(sample);
        const { atRisk, events } = twoGroupTable(sample, isSecond);

        for (const [group, second] of [false, true].entries()) {
          const own = Array.from(isSecond, (each, row) => (each === second ? [row] : [])).flat();
          const entryOf = (row: number) => sample.entry?.[row] ?? 0;
          const isWatchedAt = (age: number, row: number) => entryOf(row) <= 0 || entryOf(row) < age;
          const holds = (age: number, row: number) => isWatchedAt(age, row) && age <= (sample.time[row] ?? 0);
          const left = (age: number, row: number) =>
            isWatchedAt(age, row) && sample.time[row] === age && (sample.event[row] ?? 0) > 0;
          expect([...atRisk[group]!]).toEqual(Array.from(time, (age) => own.filter((row) => holds(age, row)).length));
          expect([...events[group]!]).toEqual(Array.from(time, (age) => own.filter((row) => left(age, row)).length));
        }
      }),
    );
  });
});

describe('hazardRatio', () => {
  it('turns its sign when the groups change places', () => {
    const sample = { time: [1, 2, 2, 3, 5, 8, 9, 9], event: [1, 1, 1, 0, 1, 1, 1, 0] };
    const isSecond = [true, false, true, true, false, true, false, false];
    const one = hazardRatio(twoGroupTable(sample, isSecond));
    const other = hazardRatio(
      twoGroupTable(
        sample,
        isSecond.map((second) => !second),
      ),
    );

    expect(one?.logRatio).toBeGreaterThan(0);
    expect(other?.logRatio).toBeCloseTo(-(one?.logRatio ?? 0), 10);
    expect(other?.standardError).toBeCloseTo(one?.standardError ?? 0, 10);
  });

  it('is null when one group never leaves, and when nobody does', () => {
    const isSecond = [false, false, true, true];

    expect(hazardRatio(twoGroupTable({ time: [1, 2, 3, 4], event: [1, 1, 0, 0] }, isSecond))).toBeNull();
    expect(hazardRatio(twoGroupTable({ time: [1, 2, 3, 4], event: [0, 0, 0, 0] }, isSecond))).toBeNull();
  });
});

describe('concordance', () => {
  it('is 1 when the higher score always leaves first, 0 when last, a half when the score is the same', () => {
    const sample = { time: [1, 2, 3], event: [1, 1, 0] };

    expect(concordance(sample, [3, 2, 1])).toBe(1);
    expect(concordance(sample, [1, 2, 3])).toBe(0);
    expect(concordance(sample, [1, 1, 1])).toBe(0.5);
  });

  it('does not compare exits at one age, but an exit with a censoring there', () => {
    expect(concordance({ time: [2, 2], event: [1, 1] }, [1, 2])).toBeNull();
    expect(concordance({ time: [2, 2], event: [1, 0] }, [1, 2])).toBe(0);
  });
});

function groupPair(size: number): boolean[] {
  return Array.from({ length: 2 * size }, (_, i) => i >= size);
}
