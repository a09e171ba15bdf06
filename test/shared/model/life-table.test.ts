import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGE_EDGES_MS, ageBin } from '../../../shared/src/model/age-bins.ts';
import { addStageLives, stageLife } from '../../../shared/src/model/life-table.ts';
import { aSample } from './a-sample.ts';

const DESTINATIONS = 4;
const visits = fc.array(
  fc.record({
    ageMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3000 }), fc.double({ min: 0, max: 1e11, noNaN: true })),
    event: fc.integer({ min: 0, max: DESTINATIONS }),
  }),
);

describe('ageBin', () => {
  it('puts every age between the edge of its bin and the next', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e13, noNaN: true }), (ageMs) => {
        const bin = ageBin(ageMs);

        expect(AGE_EDGES_MS[bin]).toBeLessThanOrEqual(ageMs);
        expect(AGE_EDGES_MS[bin + 1] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(ageMs);
      }),
    );
  });

  it('puts an edge itself into the bin that begins there', () => {
    for (const [bin, edge] of AGE_EDGES_MS.entries()) expect(ageBin(edge)).toBe(bin);
  });
});

describe('stageLife', () => {
  it('counts every visit once', () => {
    fc.assert(
      fc.property(visits, (rows) => {
        const { censored, exits } = stageLife(aSample(rows), DESTINATIONS);

        const counted = [censored, ...exits].flat().reduce((sum, count) => sum + count, 0);
        expect(counted).toBe(rows.length);
      }),
    );
  });

  it('adds up: the tables of any two parts make the table of the whole', () => {
    fc.assert(
      fc.property(visits, fc.nat(), (rows, cut) => {
        const at = rows.length === 0 ? 0 : cut % rows.length;
        const [one, other] = [rows.slice(0, at), rows.slice(at)].map((part) => stageLife(aSample(part), DESTINATIONS));

        expect(addStageLives(one!, other!)).toEqual(stageLife(aSample(rows), DESTINATIONS));
        expect(addStageLives(other!, one!)).toEqual(addStageLives(one!, other!));
      }),
    );
  });

  it('refuses to add tables of different destinations', () => {
    const [three, four] = [stageLife(aSample([]), 3), stageLife(aSample([]), 4)];

    expect(() => addStageLives(three, four)).toThrow(RangeError);
  });
});
