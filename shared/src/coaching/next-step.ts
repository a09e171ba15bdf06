import type { Bilingual } from '../contract/hints.ts';
import { chanceFallen } from './rules/chance-fallen.ts';
import { closeDatePassed } from './rules/close-date-passed.ts';
import { closeDatePushed } from './rules/close-date-pushed.ts';
import { noNextActivity } from './rules/no-next-activity.ts';
import { silence } from './rules/silence.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';

/** What the record of a stalled deal says of what was done, and what is planned. */
export interface StepFacts {
  readonly now: EpochMs;
  readonly nextActivityAt: EpochMs | null;
  readonly lastContactedAt: EpochMs | null;
  readonly closeAt: EpochMs | null;
  readonly closeDatePushes: number;
}

/**
 * What to do next about a deal that is stalled? The remedy of the first of these that its record shows, from the most urgent:
 * silence, nothing planned, a close date that has passed, one that was pushed again and again; else that of the fallen chance.
 * @example nextStep({ now, nextActivityAt: null, lastContactedAt: null, closeAt: null, closeDatePushes: 0 }).en
 */
export function nextStep({ now, nextActivityAt, lastContactedAt, closeAt, closeDatePushes }: StepFacts): Bilingual {
  const isPlanned = nextActivityAt !== null && nextActivityAt >= now;
  const daysSince = (at: EpochMs): number => (now - at) / DAY_MS;
  if (!isPlanned) {
    const isSilent = lastContactedAt !== null && daysSince(lastContactedAt) >= limitOf(silence, 'silentDays');
    return isSilent ? silence.remedy : noNextActivity.remedy;
  }
  if (closeAt !== null && daysSince(closeAt) >= limitOf(closeDatePassed, 'daysPassed')) return closeDatePassed.remedy;
  return closeDatePushes >= limitOf(closeDatePushed, 'pushes') ? closeDatePushed.remedy : chanceFallen.remedy;
}

function limitOf({ thresholds }: Pick<typeof silence, 'thresholds'>, name: string): number {
  return thresholds[name]?.default ?? Number.POSITIVE_INFINITY;
}
