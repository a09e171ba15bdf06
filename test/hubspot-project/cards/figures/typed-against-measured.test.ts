import { describe, expect, it } from 'vitest';
import { typedAgainstMeasured } from '../../../../hubspot-project/src/app/cards/figures/typed-against-measured.ts';
import { anEstimate } from '../insights-builder.ts';

const measured = anEstimate(0.41, { low: 0.35, high: 0.47 });

describe('typedAgainstMeasured', () => {
  it.each([0.35, 0.41, 0.47])('takes %d, inside the interval, as agreeing', (typed) => {
    expect(typedAgainstMeasured(typed, measured)).toEqual({ kind: 'agrees' });
  });

  it('counts the points that a reader would subtract from what is shown', () => {
    expect(typedAgainstMeasured(0.6, measured)).toEqual({ kind: 'higher', points: 19 });
    expect(typedAgainstMeasured(0.1, anEstimate(0.408, { low: 0.35 }))).toEqual({ kind: 'lower', points: 31 });
    expect(typedAgainstMeasured(0.614, anEstimate(0.406))).toEqual({ kind: 'higher', points: 20 });
  });

  it('agrees where both read the same', () => {
    expect(typedAgainstMeasured(0.412, anEstimate(0.41, { low: 0.405, high: 0.411 }))).toEqual({ kind: 'agrees' });
  });

  it('reads an interval without an upper end as reaching to certainty', () => {
    expect(typedAgainstMeasured(0.99, anEstimate(0.41, { low: 0.35, high: null }))).toEqual({ kind: 'agrees' });
  });
});
