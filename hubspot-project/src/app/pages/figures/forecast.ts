import type { FanPoint, ForecastTrackRecord, Insufficient, RevenueRange } from '@deal-stage-insights/shared';

/** Too little is known: only this answer has a kind. */
export const isInsufficient = (range: RevenueRange | number | Insufficient): range is Insufficient =>
  typeof range === 'object' && 'kind' in range;

export interface FanLinePoint {
  readonly day: string;
  readonly line: 'closed' | 'low' | 'middle' | 'high';
  readonly amount: number;
}

/** The fan as four lines, day by day: what was won so far, then the three ways that it may go on. */
export function fanLines(fan: readonly FanPoint[]): readonly FanLinePoint[] {
  return fan.flatMap(({ day, closed, total }): readonly FanLinePoint[] => {
    const won = closed === null ? [] : [{ day, line: 'closed' as const, amount: Math.round(closed) }];
    if (total === null) return won;
    return [
      ...won,
      { day, line: 'low', amount: Math.round(total.p10) },
      { day, line: 'middle', amount: Math.round(total.p50) },
      { day, line: 'high', amount: Math.round(total.p90) },
    ];
  });
}

/** Which track record has something to say: what was really said comes before what would have been. */
export function recordToJudgeBy(
  frozen: ForecastTrackRecord,
  backtest: ForecastTrackRecord,
): 'frozen' | 'backtest' | null {
  if (frozen.forecasts > 0) return 'frozen';
  return backtest.forecasts > 0 ? 'backtest' : null;
}
