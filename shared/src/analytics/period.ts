import { DAY_MS, type EpochMs } from '../history/instant.ts';

/** [fromAt, toAt). Boundaries are days of the portal's time zone: made where time zones are known, and handed in as data. */
export interface Period {
  readonly fromAt: EpochMs;
  readonly toAt: EpochMs;
}

/** The periods that are over by an instant, in order. The unfinished one would always look low. */
export function closedPeriods(periods: readonly Period[], asOf: EpochMs): readonly Period[] {
  return periods.filter(({ toAt }) => toAt <= asOf);
}

export function daysOf({ fromAt, toAt }: Period): number {
  return (toAt - fromAt) / DAY_MS;
}

export function isWithin({ fromAt, toAt }: Period, at: EpochMs): boolean {
  return at >= fromAt && at < toAt;
}
