import type { FanPoint, ForecastTrackRecord, Insufficient } from '@deal-stage-insights/shared';

/** Too little is known: only this answer has a kind. */
export const isInsufficient = (known: object | number): known is Insufficient =>
  typeof known === 'object' && 'kind' in known && known.kind === 'insufficient';

export interface FanLinePoint {
  readonly day: string;
  readonly line: 'closed' | 'low' | 'middle' | 'high';
  /** In thousands: axes have little room. */
  readonly thousands: number;
}

/** The fan as four lines, day by day: what was won so far, then the three ways that it may go on. */
export function fanLines(fan: readonly FanPoint[]): readonly FanLinePoint[] {
  return fan.flatMap(({ day, closed, total }): readonly FanLinePoint[] => {
    const won = closed === null ? [] : [{ day, line: 'closed' as const, thousands: thousands(closed) }];
    if (total === null) return won;
    return [
      ...won,
      { day, line: 'low', thousands: thousands(total.p10) },
      { day, line: 'middle', thousands: thousands(total.p50) },
      { day, line: 'high', thousands: thousands(total.p90) },
    ];
  });
}

const thousands = (amount: number) => Math.round(amount / 100) / 10;

/** Which track record has something to say: what was really said comes before what would have been. */
export function recordToJudgeBy(
  frozen: ForecastTrackRecord,
  backtest: ForecastTrackRecord,
): 'frozen' | 'backtest' | null {
  if (frozen.forecasts > 0) return 'frozen';
  return backtest.forecasts > 0 ? 'backtest' : null;
}
