import type { TrackPoint } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { asSaid, wideningOf } from '../../../shared/src/analytics/forecast-backtest.ts';
import { trackRecord } from '../../../shared/src/analytics/track-record.ts';

const point = (on: string, came: number, p10 = 80, p90 = 120): TrackPoint => ({
  day: on,
  modelVersion: '1',
  said: { mean: 100, p10, p50: 100, p90 },
  came,
});
const past = (on: string, came: number) => ({ at: Date.parse(on), point: point(on, came) });

describe('trackRecord', () => {
  it('counts how many held, and how many of them do not overlap', () => {
    const days = ['2026-01-05', '2026-01-12', '2026-02-04', '2026-03-09', '2026-03-16'];
    const record = trackRecord(
      days.map((on, place) => point(on, place === 1 ? 200 : 100)),
      30,
    );

    expect(record).toMatchObject({ forecasts: 5, independent: 3, coverage: { kind: 'estimate', value: 0.8, n: 3 } });
    expect(record.meanAbsoluteError).toBeCloseTo(0.1, 10);
    expect(record.bias).toBeCloseTo(500 / 600 - 1, 10);
  });

  it('has no share where too few lie a horizon apart, and no error where nothing came', () => {
    expect(trackRecord([point('2026-01-05', 0), point('2026-01-12', 0)], 30)).toMatchObject({
      coverage: { kind: 'insufficient', n: 1, needed: 3 },
      meanAbsoluteError: null,
      bias: null,
    });
  });
});

describe('wideningOf and asSaid', () => {
  it('widen by what was missed, and only by what was known of misses on the day', () => {
    const missed = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26'].map((on) => past(on, 240));
    const [known, unknown] = [past('2026-02-25', 100), past('2026-02-24', 100)];

    expect(wideningOf(missed)).toBeCloseTo(2, 10);
    expect(wideningOf(missed.slice(1))).toEqual({ kind: 'insufficient', n: 3, needed: 4 });
    expect(asSaid([...missed, known], 30).at(-1)?.said).toMatchObject({ mean: 100, p10: 40, p50: 100, p90: 240 });
    expect(asSaid([...missed, unknown], 30).at(-1)?.said).toEqual(unknown.point.said);
  });
});
