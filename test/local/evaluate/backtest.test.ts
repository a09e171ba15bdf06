import { DAY_MS } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { backtestMondays, wideningAt, widenTotal } from '../../../local/evaluate/backtest.ts';
import type { PartForecast } from '../../../local/evaluate/forecast.ts';

const aTotal = (overrides: Partial<PartForecast> = {}): PartForecast => ({
  landmark: 0,
  part: 'total',
  mean: 90,
  p10: 80,
  p50: 90,
  p90: 100,
  actual: 90,
  ...overrides,
});

const logFrom = (at: number) => ({
  horizonDays: 30,
  histories: [{ dealId: 'a', transitions: [{ at, fromStage: null, toStage: 'first', resource: '' }] }],
});

describe('backtestMondays', () => {
  it('are Mondays whose horizon had passed, newest first, after the log begins', () => {
    const mondays = backtestMondays(Date.UTC(2026, 3, 1), logFrom(Date.UTC(2026, 1, 10)));

    expect(mondays.map((at) => new Date(at).toISOString().slice(0, 10))).toEqual([
      '2026-03-02',
      '2026-02-23',
      '2026-02-16',
    ]);
  });

  it('take a horizon that ends at the landmark for passed', () => {
    const landmark = Date.UTC(2026, 2, 2) + 30 * DAY_MS;

    expect(backtestMondays(landmark, logFrom(0))[0]).toBe(Date.UTC(2026, 2, 2));
    expect(backtestMondays(landmark - 1, logFrom(0))[0]).toBe(Date.UTC(2026, 1, 23));
  });

  it('go back no further than half a year', () => {
    expect(backtestMondays(Date.UTC(2026, 2, 2), logFrom(0)).length).toBe(26);
  });
});

describe('wideningAt', () => {
  it('is the largest miss of four totals; misses of open parts do not count', () => {
    const open = aTotal({ part: 'open', actual: 900 });
    const totals = [aTotal(), aTotal({ actual: 110 }), aTotal({ actual: 70 }), aTotal({ actual: 125 })];

    const { factor } = wideningAt(7, [open, ...totals]);

    expect(factor).toBeCloseTo(1.25, 12);
    expect(wideningAt(7, [open, ...totals.slice(1)]).factor).toEqual({ kind: 'insufficient', n: 3, needed: 4 });
  });

  it('says insufficient where nothing came, which no factor reaches, or nothing was forecast', () => {
    const nothingCame = Array.from({ length: 4 }, () => aTotal({ actual: 0 }));
    const nothingSaid = Array.from({ length: 4 }, () => aTotal({ p10: 0, p50: 0, p90: 0 }));

    expect(wideningAt(7, nothingCame).factor).toEqual({ kind: 'insufficient', n: 4, needed: 5 });
    expect(wideningAt(7, nothingSaid).factor).toEqual({ kind: 'insufficient', n: 0, needed: 4 });
  });
});

describe('widenTotal', () => {
  it('leaves the open part, the mean and the median alone', () => {
    const open = aTotal({ part: 'open' });

    expect(widenTotal([open, aTotal()], { landmark: 0, factor: 1.25 })).toEqual([open, aTotal({ p10: 64, p90: 125 })]);
  });

  it('leaves everything alone where too little is known', () => {
    const factor = { kind: 'insufficient', n: 1, needed: 4 } as const;

    expect(widenTotal([aTotal()], { landmark: 0, factor })).toEqual([aTotal()]);
  });
});
