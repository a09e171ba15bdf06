import type { DealFacts, ExitCriteriaView, ExitCriterionView } from '../contract/deal-coaching.ts';
import type { ExitCriterion, StageExpectation } from '../contract/settings.ts';
import { type Facts, TRACKED_PROPERTIES } from '../history/deal-read.ts';
import { FACT_PROPERTIES } from '../history/fact-properties.ts';
import type { EpochMs } from '../history/instant.ts';
import type { StageVisit } from '../history/timeline.ts';

export interface CriteriaQuestion {
  readonly expectation: StageExpectation;
  readonly visit: Pick<StageVisit, 'stageId' | 'enteredAt'>;
  readonly facts: Pick<DealFacts, 'amount' | 'closeAt' | 'contacts' | 'lastContactedAt' | 'nextActivityAt'>;
  /** As the record holds them: what is unset at HubSpot is not in it. */
  readonly properties: Facts;
  readonly now: EpochMs;
}

/**
 * What the team expects of a stage, with each exit criterion held against what the record shows. Null where settings say
 * nothing of the stage.
 * @example checkExitCriteria(question).criteria.filter(({ state }) => state === 'open')
 */
export function checkExitCriteria(question: CriteriaQuestion): ExitCriteriaView {
  const { expectation, visit } = question;
  const { expectedOutcome, expectedDays, guide, exitCriteria } = expectation;
  return {
    stageId: visit.stageId,
    expectedOutcome,
    expectedDays,
    guide: guide === '' ? null : guide,
    criteria: exitCriteria.map((criterion) => ({
      criterionId: idOf(criterion),
      label: criterion.label,
      ...check(criterion, question),
    })),
  };
}

function idOf(criterion: ExitCriterion): string {
  if (criterion.kind === 'property-set' || criterion.kind === 'property-is')
    return `${criterion.kind}:${criterion.property}`;
  return criterion.kind === 'contact-associated' ? `${criterion.kind}:${criterion.atLeast}` : criterion.kind;
}

type Checked = Pick<ExitCriterionView, 'state' | 'shows'>;

function check(criterion: ExitCriterion, question: CriteriaQuestion): Checked {
  const { facts, now, visit } = question;
  switch (criterion.kind) {
    case 'property-set':
      return property(criterion.property, question, () => true);
    case 'property-is':
      return property(criterion.property, question, (value) => isOneOf(value, criterion.values));
    case 'amount-set':
      return { state: met((facts.amount?.amount ?? 0) > 0), shows: facts.amount && String(facts.amount.amount) };
    case 'close-date-ahead':
      return { state: met((facts.closeAt ?? 0) >= now), shows: shown(facts.closeAt) };
    case 'contact-associated':
      if (facts.contacts === null) return { state: 'open', shows: null };
      return { state: met(facts.contacts >= criterion.atLeast), shows: String(facts.contacts) };
    case 'activity-in-stage':
      return { state: met((facts.lastContactedAt ?? 0) > visit.enteredAt), shows: shown(facts.lastContactedAt) };
    case 'next-activity-planned':
      return { state: met((facts.nextActivityAt ?? 0) >= now), shows: shown(facts.nextActivityAt) };
  }
}

function property(name: string, { properties }: CriteriaQuestion, holds: (value: string) => boolean): Checked {
  const value = properties[name] ?? null;
  if (value !== null) return { state: met(holds(value)), shows: value };
  return { state: READ.has(name) ? 'open' : 'unknown', shows: null };
}

/** Read with each deal: any other property cannot be told unset from unread. */
const READ: ReadonlySet<string> = new Set([...FACT_PROPERTIES, ...TRACKED_PROPERTIES]);

/** HubSpot joins the chosen values of a list of checkboxes by semicolons. */
function isOneOf(value: string, values: readonly string[]): boolean {
  const wanted = new Set(values.map((each) => each.trim().toLowerCase()));
  return value.split(';').some((each) => wanted.has(each.trim().toLowerCase()));
}

function met(holds: boolean): 'met' | 'open' {
  return holds ? 'met' : 'open';
}

/** As HubSpot writes instants. */
function shown(at: EpochMs | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
