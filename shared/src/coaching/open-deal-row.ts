import { closeDateOf, majorUnits } from '../analytics/open-deals.ts';
import type { ReportQuestion } from '../analytics/report-question.ts';
import type { StalledDeal } from '../contract/stalled-report.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import { instantOf } from '../history/normalise.ts';
import { pipelineIndex, stageView } from '../history/pipeline-index.ts';
import { closeDateChangesOf, closeDatePushes } from './close-date-pushes.ts';
import type { StepFacts } from './next-step.ts';
import type { StakedDeal } from './staked-deals.ts';

/** Why a deal is listed, and what next. */
export type Advice = Pick<StalledDeal, 'reason' | 'evidence' | 'nextStep'>;

/** What an advice is written from. */
export interface Advised extends Pick<StalledDeal, 'stage' | 'ageDays' | 'isAtLeast'> {
  readonly facts: StepFacts;
}

/** The row of an open deal, whatever it is listed for. Contacts and activities have no history: they are as now. */
export function openDealRow(
  question: ReportQuestion,
  { deal, stageId, ageMs, isLate, amount, winEver, stake, verdict }: StakedDeal,
  advise: (deal: Advised) => Advice,
): StalledDeal {
  const { table, pipeline } = question;
  const facts = stepFacts(question, deal);
  const stage = stageView(pipelineIndex([pipeline]), stageId);
  const [ageDays, isAtLeast] = [ageMs / DAY_MS, isLate];
  const { reason, evidence, nextStep } = advise({ stage, ageDays, isAtLeast, facts });
  return {
    dealId: table.dealIds[deal] ?? '',
    name: table.facts.get('dealname')?.[deal] ?? null,
    stage,
    ageDays,
    isAtLeast,
    amount: amount === null ? null : majorUnits(amount),
    winEver,
    valueAtStake: stake === null ? null : majorUnits(stake),
    verdict,
    reason,
    evidence,
    nextStep,
    nextActivityAt: facts.nextActivityAt,
    lastContactedAt: facts.lastContactedAt,
    closeAt: facts.closeAt,
  };
}

/** What the record says of what was done, and what is planned, at the report's instant. */
export function stepFacts({ table, stamp }: ReportQuestion, deal: number): StepFacts {
  const instantIn = (name: string): EpochMs | null => instantOf(table.facts.get(name)?.[deal] ?? '');
  const closeAt = closeDateOf(table, deal, stamp.asOf);
  const nextActivityAt = instantIn('notes_next_activity_date');
  return {
    now: stamp.asOf,
    // HubSpot leaves the date in place when the activity has passed: then nothing is next.
    nextActivityAt: nextActivityAt !== null && nextActivityAt >= stamp.asOf ? nextActivityAt : null,
    lastContactedAt: instantIn('notes_last_contacted'),
    closeAt: Number.isNaN(closeAt) ? null : closeAt,
    closeDatePushes: closeDatePushes(closeDateChangesOf(table.closeDates, deal), stamp.asOf + 1).pushes,
  };
}
