import type { ForecastTrackRecord } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { fanLines, recordToJudgeBy } from '../../../../hubspot-project/src/app/pages/figures/forecast.ts';
import { tooLittle } from '../stages-builder.ts';

const record = (forecasts: number): ForecastTrackRecord => ({
  forecasts,
  independent: 0,
  coverage: tooLittle,
  meanAbsoluteError: null,
  bias: null,
  points: [],
});

describe('the figures of the forecast', () => {
  it('draw what was won up to today, and three ways from then on', () => {
    const fan = [
      { day: '2026-01-01', closed: 1_250, total: null },
      { day: '2026-02-01', closed: null, total: { mean: 5_000, p10: 2_000, p50: 4_960, p90: 9_000 } },
    ];

    expect(fanLines(fan)).toEqual([
      { day: '2026-01-01', line: 'closed', thousands: 1.3 },
      { day: '2026-02-01', line: 'low', thousands: 2 },
      { day: '2026-02-01', line: 'middle', thousands: 5 },
      { day: '2026-02-01', line: 'high', thousands: 9 },
    ]);
  });

  it('are judged by what was really said as soon as something of it has come due', () => {
    expect(recordToJudgeBy(record(1), record(20))).toBe('frozen');
    expect(recordToJudgeBy(record(0), record(20))).toBe('backtest');
    expect(recordToJudgeBy(record(0), record(0))).toBeNull();
  });
});
