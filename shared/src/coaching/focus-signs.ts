import type { DwellQuantile } from '../contract/estimate.ts';
import type { FocusSign } from '../contract/focus-report.ts';
import type { StalledView } from '../contract/deal-insights.ts';
import type { Bilingual, Evidence } from '../contract/hints.ts';
import { nextStep, type Step, stepOf } from './next-step.ts';
import type { Advice, Advised } from './open-deal-row.ts';
import { days, deals } from './rule.ts';
import { unplannedStep } from './rules/no-next-activity.ts';
import { slowerStep } from './rules/slower-than-won.ts';
import { sinceWords, stalledReason } from './stalled-words.ts';
import { writeText } from './write-text.ts';

/** "Soon": a manager looks once a week. */
export const SOON_DAYS = 7;

export interface SignedAdvice extends Advice {
  readonly sign: FocusSign;
}

interface Signs {
  readonly isStalled: boolean;
  readonly verdict: StalledView;
  /** Within which eight of ten visits of the stage end. */
  readonly usualDays: DwellQuantile;
  readonly currency: string;
}

/**
 * What asks attention for an open deal? The first of these: it is stalled; it has been in its stage for longer than eight of
 * ten visits; it will have been within seven days; its record shows silence, nothing planned, a close date gone by or pushed
 * again and again. The next step is what the record calls for, whatever the sign. Null: none of it.
 * @example focusAdvice(deal, { isStalled: false, verdict, usualDays, currency: 'EUR' })?.sign // 'late-soon'
 */
export function focusAdvice(deal: Advised, { isStalled, verdict, usualDays, currency }: Signs): SignedAdvice | null {
  const { stage, ageDays, isAtLeast, facts } = deal;
  if (isStalled) {
    const stalled = stalledReason({ verdict, stageLabel: stage.label, ageDays, isAtLeast }, currency);
    return { sign: 'stalled', ...stalled, nextStep: nextStep(facts) };
  }
  const step = freshStep(deal);
  const late = lateness(deal, usualDays);
  if (late !== null) {
    const reason = writeText(late.template, { evidence: late.evidence, words: { stage: stage.label }, currency });
    return { sign: late.sign, reason, evidence: late.evidence, nextStep: (step ?? slowerStep).remedy };
  }
  return step === null ? null : { sign: 'record', reason: step.title, evidence: [], nextStep: step.remedy };
}

/** Of a parked deal: how long, and what its record calls for. */
export function parkedAdvice({ stage, ageDays, isAtLeast, facts }: Advised, currency: string): SignedAdvice {
  const evidence = [days('ageDays', ageDays)];
  const reason = writeText(sinceWords(isAtLeast), { evidence, words: { stage: stage.label }, currency });
  return { sign: 'parked', reason, evidence, nextStep: (stepOf(facts) ?? slowerStep).remedy };
}

/** What the record shows; a deal that has only just come into its stage may have nothing planned yet. */
function freshStep({ facts, ageDays }: Advised): Step | null {
  const step = stepOf(facts);
  if (step !== unplannedStep || ageDays >= unplannedStep.days) return step;
  return stepOf({ ...facts, nextActivityAt: facts.now });
}

interface Lateness {
  readonly sign: FocusSign;
  readonly template: Bilingual;
  readonly evidence: readonly Evidence[];
}

function lateness({ ageDays, isAtLeast }: Advised, usualDays: DwellQuantile): Lateness | null {
  if (usualDays.kind !== 'estimate' || ageDays + SOON_DAYS < usualDays.value) return null;
  const { value, n } = usualDays;
  const isLate = ageDays > value;
  const [since, usual] = [sinceWords(isAtLeast), isLate ? USUAL : USUAL_SOON];
  return {
    sign: isLate ? 'late' : 'late-soon',
    template: { en: `${since.en} ${usual.en}`, fr: `${since.fr} ${usual.fr}` },
    evidence: [
      days('ageDays', ageDays),
      deals('visits', n),
      days('usualDays', value),
      ...(isLate ? [] : [days('leftDays', value - ageDays)]),
    ],
  };
}

const USUAL: Bilingual = {
  en: 'Of {visits:number} visits here eight of ten end within {usualDays}.',
  fr: 'De {visits:number} passages ici, huit sur dix finissent en {usualDays}.',
};
const USUAL_SOON: Bilingual = {
  en: 'Of {visits:number} visits here eight of ten end within {usualDays}: {leftDays} from now.',
  fr: 'De {visits:number} passages ici, huit sur dix finissent en {usualDays}\u00a0: dans {leftDays}.',
};
