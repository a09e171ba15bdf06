import type { EpochMs, Snooze } from '@deal-stage-insights/shared';
import { portalDay } from '../portal-day.ts';
import { bytesDigest } from './bytes-digest.ts';

/** The deals that wait with reason on a day: an input of reports, with its version. */
export interface Snoozes {
  readonly digest: string;
  readonly byDeal: ReadonlyMap<string, Snooze>;
}

/** Those whose last day is not over on the day of an instant. Days of the same form are in order as texts. */
export function snoozesOn(listed: ReadonlyMap<string, Snooze>, at: EpochMs, timeZone: string): Snoozes {
  const day = portalDay(at, timeZone);
  const active = [...listed].filter(([, { untilDay }]) => untilDay >= day);
  const ordered = active.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { digest: ordered.length === 0 ? 'none' : bytesDigest(JSON.stringify(ordered)), byDeal: new Map(ordered) };
}
