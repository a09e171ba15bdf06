import type { EpochMs } from '@deal-stage-insights/shared';
import type { Clock } from '../../functions/ports/clock.ts';

/** A clock that says `startAt` now and runs on from there. */
export function shiftedClock(startAt: EpochMs): Clock {
  const offsetMs = startAt - Date.now();
  return { now: () => Date.now() + offsetMs };
}
