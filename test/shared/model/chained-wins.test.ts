import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainedWins, solveLinear } from '../../../shared/src/model/chained-wins.ts';
import { endsAfter } from '../../../shared/src/model/destinations.ts';

const stages = (live: number) => ({
  liveStageIds: Array.from({ length: live }, (_, place) => `stage-${place}`),
  ...endsAfter(live),
});

describe('chainedWins', () => {
  it('multiplies the ways through later stages', () => {
    // a: half to b, half lost; b: 4 of 5 won, the rest elsewhere.
    const wins = chainedWins(
      [
        [0, 0.5, 0, 0.5, 0],
        [0, 0, 0.8, 0, 0.2],
      ],
      stages(2),
    );

    expect(wins).toEqual([0.4, 0.8]);
  });

  it('follows a loop any number of times', () => {
    // a to b; b back to a with 1/2, won with 1/4, lost with 1/4: W = 1/4 + W/2.
    const wins = chainedWins(
      [
        [0, 1, 0, 0, 0],
        [0.5, 0, 0.25, 0.25, 0],
      ],
      stages(2),
    );

    expect(wins[0]).toBeCloseTo(0.5, 12);
    expect(wins[1]).toBeCloseTo(0.5, 12);
  });

  it('says nothing of stages that were never seen to end, and counts them as not won elsewhere', () => {
    // b and c only lead to each other: I - P is singular there.
    const wins = chainedWins(
      [
        [0, 0.5, 0, 0.5, 0, 0],
        [0, 0, 1, 0, 0, 0],
        [0, 1, 0, 0, 0, 0],
      ],
      stages(3),
    );

    expect(wins).toEqual([0.5, null, null]);
  });

  it('stays inside [0, 1] whatever the exits', () => {
    const anyRow = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 3, maxLength: 3 }), (rows) => {
        const exits = rows.map((row) =>
          row.slice(0, 6).map((share) => share / row.reduce((sum, part) => sum + part, 0)),
        );

        for (const win of chainedWins(exits, stages(3))) {
          expect(win).toBeGreaterThanOrEqual(0);
          expect(win).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('solveLinear', () => {
  it('finds pivots below the diagonal', () => {
    const solution = solveLinear([Float64Array.of(0, 2, 6), Float64Array.of(4, 0, 8)]);

    expect([...solution]).toEqual([2, 3]);
  });
});
