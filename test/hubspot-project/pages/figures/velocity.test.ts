import type { VelocityFigures, VelocityParts } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import {
  factorBars,
  monthPoints,
  monthsLeftOut,
  strongestFactor,
} from '../../../../hubspot-project/src/app/pages/figures/velocity.ts';
import { measured, tooLittle } from '../stages-builder.ts';

const change: VelocityParts = {
  openDeals: Math.log(1.1),
  winRate: Math.log(0.5),
  wonValue: 0,
  cycleDays: Math.log(1.2),
  total: Math.log(1.1 * 0.5 * 1.2),
  low: -0.9,
  high: 0.1,
  verdict: 'slower',
};

describe('the figures of velocity', () => {
  it('turn logarithms into what each factor alone would have changed', () => {
    expect(factorBars(change).map(({ factor, percent }) => [factor, percent])).toEqual([
      ['openDeals', 10],
      ['winRate', -50],
      ['wonValue', 0],
      ['cycleDays', 20],
      ['total', -34],
    ]);
  });

  it('name the factor that moved most, whichever way', () => {
    expect(strongestFactor(change)).toBe('winRate');
  });

  it('leave out months without a velocity: a zero would be wrong', () => {
    const month = (fromDay: string, velocity: VelocityFigures['velocity']): VelocityFigures => ({
      fromDay,
      toDay: fromDay,
      velocity,
      openDeals: 3,
      winRate: null,
      wonValue: null,
      cycleDays: null,
      won: 0,
      lost: 0,
      wonWithoutAmount: 0,
    });

    const months = [month('2026-01-01', tooLittle), month('2026-02-01', measured(120.4))];

    expect(monthPoints(months)).toEqual([{ day: '2026-02-01', amount: 120 }]);
    expect(monthsLeftOut(months)).toEqual([{ day: '2026-01-01', n: 3, needed: 20 }]);
  });
});
