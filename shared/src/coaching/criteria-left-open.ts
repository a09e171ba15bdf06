import type { CriteriaSettings, ExitCriterion } from '../contract/settings.ts';
import { checkExitCriteria } from './exit-criteria.ts';
import type { Facts } from '../history/deal-read.ts';
import type { EpochMs } from '../history/instant.ts';
import { instantOf } from '../history/normalise.ts';
import { type KnownVisits, leadsOn } from '../analytics/known-visits.ts';
import { closeDateOf } from '../analytics/open-deals.ts';
import type { WaitingDeal } from '../analytics/waiting-deals.ts';
import type { RecordQuestion } from './faulty-deals.ts';

/** What still holds later if it held when the deal moved on. What was planned or near then says nothing now. */
const LASTING: ReadonlySet<ExitCriterion['kind']> = new Set([
  'property-set',
  'property-is',
  'amount-set',
  'contact-associated',
]);

/**
 * When an open deal moved on to its stage although criteria of the one before are not met to this day; `isAsked` says whether
 * there are any criteria to meet. The record keeps no history of most of them: they are looked at as they are now.
 */
export function criteriaLeftOpen(
  known: KnownVisits,
  waiting: WaitingDeal,
  { criteria, ...question }: RecordQuestion & { readonly criteria: CriteriaSettings },
): { readonly isAsked: boolean; readonly since: EpochMs | null } {
  const { table } = known;
  const before = waiting.row - 1;
  const isOfDeal = waiting.row > 0 && table.deal[before] === waiting.deal && leadsOn(known.exitOf(before));
  const stageId = table.stageIds[table.stage[before] ?? -1] ?? '';
  const expectation = isOfDeal ? criteria.stages[stageId] : undefined;
  const exitCriteria = expectation?.exitCriteria.filter(({ kind }) => LASTING.has(kind)) ?? [];
  if (expectation === undefined || exitCriteria.length === 0) return { isAsked: false, since: null };
  const checked = checkExitCriteria({
    expectation: { ...expectation, exitCriteria },
    visit: { stageId, enteredAt: table.enteredAt[before] ?? 0 },
    ...recordOf(waiting, question),
    now: question.at,
  });
  const isOpen = checked.criteria.some(({ state }) => state === 'open');
  return { isAsked: true, since: isOpen ? waiting.enteredAt : null };
}

/** The deal's record as criteria look at it. */
function recordOf({ deal, stageId, amount: minor }: WaitingDeal, { table, amounts, at }: RecordQuestion) {
  const fact = (name: string): string | null => table.facts.get(name)?.[deal] ?? null;
  const amount = amounts.values[deal] ?? Number.NaN;
  const closeAt = closeDateOf(table, deal, at);
  const contacts = Number(fact('num_associated_contacts') ?? Number.NaN);
  const properties: Facts = {
    ...Object.fromEntries(Array.from(table.facts.keys(), (name) => [name, fact(name)])),
    dealstage: stageId,
    amount: Number.isNaN(amount) ? null : String(amount),
    closedate: Number.isNaN(closeAt) ? null : new Date(closeAt).toISOString(),
  };
  return {
    properties,
    facts: {
      amount: minor === null ? null : { amount, currency: '' },
      closeAt: Number.isNaN(closeAt) ? null : closeAt,
      contacts: Number.isNaN(contacts) ? null : contacts,
      lastContactedAt: instantOf(fact('notes_last_contacted') ?? ''),
      nextActivityAt: instantOf(fact('notes_next_activity_date') ?? ''),
    },
  };
}
