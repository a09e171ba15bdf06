import { describe, expect, it } from 'vitest';
import {
  changeTone,
  clearChanges,
  dealBars,
  shownChange,
} from '../../../../hubspot-project/src/app/pages/figures/overview.ts';
import { overviewFigure, overviewReport } from '../overview-builder.ts';

const change = (verdict: 'up' | 'down' | 'no-clear-change' | 'insufficient') => ({
  verdict,
  difference: 1,
  low: 0,
  high: 2,
});

describe('changeTone', () => {
  it.each([
    ['up', 'up', 'success'],
    ['down', 'up', 'warning'],
    ['up', 'down', 'warning'],
    ['down', 'down', 'success'],
    ['up', 'neither', 'info'],
    ['no-clear-change', 'up', 'default'],
    ['insufficient', 'down', 'default'],
  ] as const)('of %s, where %s is better, is %s', (verdict, better, tone) => {
    expect(changeTone({ change: change(verdict), better })).toBe(tone);
  });
});

describe('clearChanges', () => {
  it('names what clearly changed, and counts what could be compared', () => {
    const { up, down, compared } = clearChanges(overviewReport().figures);

    expect(up.map(({ figure }) => figure)).toEqual(['won-value']);
    expect(down.map(({ figure }) => figure)).toEqual(['win-rate']);
    expect(compared).toBe(4);
  });
});

describe('shownChange', () => {
  it('turns the logarithm of the velocity into a relative change, and leaves all others as they are', () => {
    const velocity = overviewReport().figures.find(({ figure }) => figure === 'velocity') ?? overviewFigure();

    expect(shownChange(velocity)?.difference).toBeCloseTo(1, 12);
    expect(shownChange(velocity)?.low).toBeCloseTo(-0.5, 12);
    expect(shownChange(velocity)?.high).toBeCloseTo(7, 12);
    expect(shownChange(overviewFigure())).toEqual({ difference: 10, low: -5, high: 25 });
  });

  it('is none where it is not known', () => {
    const unknown = { verdict: 'insufficient', difference: null, low: null, high: null } as const;

    expect(shownChange(overviewFigure({ change: unknown }))).toBeNull();
  });
});

describe('dealBars', () => {
  it('puts counts of deals alone on one axis, before and now', () => {
    expect(dealBars(overviewReport().figures)).toEqual([
      { figure: 'new-deals', when: 'before', deals: 30 },
      { figure: 'new-deals', when: 'now', deals: 40 },
    ]);
  });
});
