import type { Bilingual } from '../contract/hints.ts';
import { PUSHED_OFTEN } from './coaching-figures.ts';
import { fallenStep } from './rules/chance-fallen.ts';
import { passedStep } from './rules/close-date-passed.ts';
import { pushedStep } from './rules/close-date-pushed.ts';
import { unplannedStep } from './rules/no-next-activity.ts';
import { silenceStep } from './rules/silence.ts';
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
  return (stepOf(facts) ?? fallenStep).remedy;
}

/** What a record shows, and what may help. */
export interface Step {
  readonly title: Bilingual;
  readonly remedy: Bilingual;
}

/**
 * The first of these rules that a record shows, from the most urgent: silence, nothing planned, a close date that has passed,
 * one that was pushed again and again; by their usual thresholds. Null: none of them.
 */
export function stepOf({ now, nextActivityAt, lastContactedAt, closeAt, closeDatePushes }: StepFacts): Step | null {
  const isPlanned = nextActivityAt !== null && nextActivityAt >= now;
  const daysSince = (at: EpochMs): number => (now - at) / DAY_MS;
  if (!isPlanned) {
    const isSilent = lastContactedAt !== null && daysSince(lastContactedAt) >= silenceStep.days;
    return isSilent ? silenceStep : unplannedStep;
  }
  if (closeAt !== null && daysSince(closeAt) >= passedStep.days) return passedStep;
  return closeDatePushes >= PUSHED_OFTEN ? pushedStep : null;
}
