import { describe, expect, it } from 'vitest';
import { tenthsOverByNow } from '../../../../hubspot-project/src/app/cards/figures/position-among-visits.ts';
import { anEstimate, tooLittle, usualDwell } from '../insights-builder.ts';

describe('tenthsOverByNow', () => {
  it.each([
    [0, 0],
    [0.099, 0],
    [0.3, 3],
    [1 - 0.8, 2],
    [0.7, 7],
    [0.899, 8],
    [0.949, 9],
    [0.95, 10],
    [1, 10],
  ])('never claims more than the share %d allows: %d', (share, tenths) => {
    expect(tenthsOverByNow(usualDwell({ shareOverByNow: anEstimate(share) }))).toBe(tenths);
  });

  it('is silent without enough visits', () => {
    expect(tenthsOverByNow(usualDwell({ shareOverByNow: tooLittle(4, 10) }))).toBeNull();
    expect(tenthsOverByNow(null)).toBeNull();
  });
});
