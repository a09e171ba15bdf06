import type { SnoozeView } from '../contract/deal-coaching.ts';
import type { DealInsights } from '../contract/deal-insights.ts';
import type { Hint } from '../contract/hints.ts';
import type { CriteriaSettings, RuleSettings } from '../contract/settings.ts';
import type { Facts } from '../history/deal-read.ts';
import type { EpochMs } from '../history/instant.ts';
import type { PipelineIndex } from '../history/pipeline-index.ts';
import type { DealTimeline } from '../history/timeline.ts';
import type { PipelineModel } from '../model/pipeline-model.ts';
import { checkExitCriteria } from './exit-criteria.ts';
import type { CoachingFigures } from './coaching-figures.ts';
import { headlineOf } from './headline.ts';
import { type HintQuestion, HINTS_MAX, hintsOf } from './hints.ts';
import { reasonsOf } from './reasons.ts';
import { similarDeals } from './similar-deals.ts';
import type { Situation } from './situation.ts';
import { situationOf } from './situation-of.ts';

export interface CoachingQuestion {
  readonly insights: DealInsights;
  readonly timeline: DealTimeline;
  readonly index: PipelineIndex;
  readonly model: PipelineModel | null;
  /** Of the pipeline the deal is in; null as long as there are none. */
  readonly figures: CoachingFigures | null;
  readonly criteria: CriteriaSettings;
  readonly rules: RuleSettings;
  /** The owner id of who reads; null for anybody else. */
  readonly readerOwnerId: string | null;
  /** False where settings keep deals from people who may not see them. */
  readonly showsOtherDeals: boolean;
  readonly snooze: SnoozeView | null;
  readonly dismissed: ReadonlySet<string>;
  readonly tasks: HintQuestion['tasks'];
  readonly now: EpochMs;
}

export type DealCoaching = Pick<
  DealInsights,
  'facts' | 'headline' | 'reasons' | 'hints' | 'exitCriteria' | 'similarDeals' | 'snooze' | 'stalled'
>;

/**
 * What the card tells of a deal beyond its time and chance: what its record says, how its age compares with deals that were
 * won, reasons, hints, exit criteria, past deals like it. A closed deal has its facts, and hints if it was lost. A deal that
 * is snoozed is not called stalled, and gets no hint.
 * @example { ...insights, ...coachDeal(question) }
 */
export function coachDeal(question: CoachingQuestion): DealCoaching {
  const { insights, figures, snooze } = question;
  const deal = situationIn(question);
  if (deal === null) return { ...NOTHING, stalled: insights.stalled };
  const isPresent = insights.current !== null;
  const isSnoozed = snooze?.isActive === true;
  const hints = isSnoozed ? [] : hintsIn(deal, question).slice(0, HINTS_MAX);
  return {
    facts: deal.facts,
    headline: isPresent ? headlineOf(deal.ageDays, deal.stageFigures?.wonDays ?? null) : null,
    reasons: isPresent && figures !== null ? reasonsOf(deal) : null,
    hints: isPresent || insights.status === 'lost' ? hints : null,
    exitCriteria: deal.exitCriteria,
    similarDeals: isPresent && figures !== null ? similarDeals(deal, question.showsOtherDeals) : null,
    snooze,
    stalled: isSnoozed ? { ...insights.stalled, verdict: 'not-applicable' } : insights.stalled,
  };
}

/**
 * The hint of this id, whether the card has room for it or not; null when its rule finds nothing in this deal any more.
 * @example findHint(question, 'silence.1001.1767603600000')?.message.en
 */
export function findHint(question: CoachingQuestion, hintId: string): Hint | null {
  const deal = situationIn(question);
  const hints = deal === null ? [] : hintsIn(deal, { ...question, dismissed: new Set() });
  return hints.find((hint) => hint.hintId === hintId) ?? null;
}

function situationIn({ criteria, ...question }: CoachingQuestion): Situation | null {
  const { timeline, now } = question;
  return situationOf({
    ...question,
    exitCriteria(facts, visit) {
      const expectation = criteria.stages[visit.stageId];
      if (expectation === undefined) return null;
      return checkExitCriteria({ expectation, visit, facts, properties: propertiesOf(timeline), now });
    },
  });
}

function hintsIn(deal: Situation, { rules, readerOwnerId, dismissed, tasks }: CoachingQuestion): readonly Hint[] {
  return hintsOf({ deal, settings: rules, readerOwnerId, dismissed, tasks });
}

/** Current values as texts: those that have a history here, and the facts. */
function propertiesOf({ facts, amountChanges, closeDateChanges, ownerChanges, visits }: DealTimeline): Facts {
  const amount = amountChanges.at(-1)?.value ?? null;
  const closeAt = closeDateChanges.at(-1)?.value ?? null;
  return {
    ...facts,
    dealstage: visits.at(-1)?.stageId ?? null,
    hubspot_owner_id: ownerChanges.at(-1)?.value || null,
    amount: amount === null ? null : String(amount),
    closedate: closeAt === null ? null : new Date(closeAt).toISOString(),
  };
}

const NOTHING: Omit<DealCoaching, 'stalled'> = {
  facts: null,
  headline: null,
  reasons: null,
  hints: null,
  exitCriteria: null,
  similarDeals: null,
  snooze: null,
};
