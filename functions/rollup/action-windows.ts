import type { CorrectiveAction, DatedAction, EpochMs } from '@deal-stage-insights/shared';
import { portalDay } from '../portal-day.ts';
import { dayStart, daysBetween, plusDays } from './calendar-days.ts';

const DAYS_IN_ALL = 90; // A quarter: later days tell more of what else has changed by then.

/** A corrective action with the days looked at around it, in the portal's time zone. Days count once they are over. */
export function datedAction(
  action: CorrectiveAction,
  { asOf, timeZone }: { readonly asOf: EpochMs; readonly timeZone: string },
): DatedAction {
  const { day } = action;
  const passed = daysBetween(day, portalDay(asOf, timeZone));
  const days = Math.max(0, Math.min(DAYS_IN_ALL, passed));
  const period = (fromDay: string, toDay: string) => ({
    fromDay,
    toDay,
    fromAt: dayStart(fromDay, timeZone),
    toAt: dayStart(toDay, timeZone),
  });
  return {
    ...action,
    days,
    daysInAll: DAYS_IN_ALL,
    before: period(plusDays(day, -days), day),
    after: period(day, plusDays(day, days)),
    upToDay: period(plusDays(day, -DAYS_IN_ALL), day),
    beforeThat: period(plusDays(day, -2 * DAYS_IN_ALL), plusDays(day, -DAYS_IN_ALL)),
  };
}
