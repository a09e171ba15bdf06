import type { Bilingual } from '../contract/hints.ts';
import type { Rule } from './rule.ts';
import { chanceFallen } from './rules/chance-fallen.ts';
import { closeDatePassed } from './rules/close-date-passed.ts';
import { closeDatePushed } from './rules/close-date-pushed.ts';
import { noNextActivity } from './rules/no-next-activity.ts';
import { silence } from './rules/silence.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';

/** What the record of an open deal says of what was done, and what is planned. */
export interface StepFacts {
  readonly now: EpochMs;
  readonly nextActivityAt: EpochMs | null;
  readonly lastContactedAt: EpochMs | null;
  readonly closeAt: EpochMs | null;
  readonly closeDatePushes: number;
}

/**
 * What to do next about a deal that is stalled? The remedy of the rule that `stepOf` finds; else that of the fallen chance.
 * @example nextStep({ now, nextActivityAt: null, lastContactedAt: null, closeAt: null, closeDatePushes: 0 }).en
 */
export function nextStep(facts: StepFacts): Bilingual {
  return (stepOf(facts) ?? chanceFallen).remedy;
}

/**
 * The first of these rules that a record shows, from the most urgent: silence, nothing planned, a close date that has passed,
 * one that was pushed again and again. Null: none of them.
 */
export function stepOf({ now, nextActivityAt, lastContactedAt, closeAt, closeDatePushes }: StepFacts): Rule | null {
  const isPlanned = nextActivityAt !== null && nextActivityAt >= now;
  const daysSince = (at: EpochMs): number => (now - at) / DAY_MS;
  if (!isPlanned) {
    const isSilent = lastContactedAt !== null && daysSince(lastContactedAt) >= limitOf(silence, 'silentDays');
    return isSilent ? silence : noNextActivity;
  }
  if (closeAt !== null && daysSince(closeAt) >= limitOf(closeDatePassed, 'daysPassed')) return closeDatePassed;
  return closeDatePushes >= limitOf(closeDatePushed, 'pushes') ? closeDatePushed : null;
}

/** The usual threshold of a rule. */
export function limitOf({ thresholds }: Pick<Rule, 'thresholds'>, name: string): number {
  return thresholds[name]?.default ?? Number.POSITIVE_INFINITY;
}
