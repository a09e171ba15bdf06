import type { ExitCriterion, Settings, StageExpectation } from '@deal-stage-insights/shared';
import { check, type Fault, faultsOf, listIn, numberIn } from '../edit/faults.ts';
import { sectionSpec } from '../edit/section-spec.ts';

/** An exit criterion with all that any kind of it may say; what its kind does not have is kept while one tries kinds. */
export interface CriterionForm {
  readonly kind: ExitCriterion['kind'];
  readonly label: string;
  readonly property: string;
  readonly values: string;
  readonly atLeast: string;
}

export interface ExpectationForm {
  readonly expectedDays: string;
  readonly guide: string;
  readonly outcomeLabel: string;
  /** In per cent. */
  readonly outcomePercent: string;
  readonly exitCriteria: readonly CriterionForm[];
}

export interface CriteriaForm {
  readonly stages: Readonly<Record<string, ExpectationForm>>;
}

export const NO_EXPECTATION: ExpectationForm = {
  expectedDays: '',
  guide: '',
  outcomeLabel: '',
  outcomePercent: '',
  exitCriteria: [],
};

export const NEW_CRITERION: CriterionForm = {
  kind: 'property-set',
  label: '',
  property: '',
  values: '',
  atLeast: '1',
};

const EXPECTED_DAYS_MAX = 3_650;
export const CRITERIA_MAX = 20;
const CONTACTS_MAX = 50;
const LEAST_DAYS = 0.1;

const criterionForm = (criterion: ExitCriterion): CriterionForm => ({
  kind: criterion.kind,
  label: criterion.label,
  property: 'property' in criterion ? criterion.property : '',
  values: 'values' in criterion ? criterion.values.join(', ') : '',
  atLeast: 'atLeast' in criterion ? String(criterion.atLeast) : '1',
});

function criterionOf({ kind, label, property, values, atLeast }: CriterionForm): ExitCriterion {
  switch (kind) {
    case 'property-set':
      return { kind, label, property };
    case 'property-is':
      return { kind, label, property, values: listIn(values) };
    case 'contact-associated':
      return { kind, label, atLeast: Number(atLeast) };
    case 'amount-set':
    case 'close-date-ahead':
    case 'activity-in-stage':
    case 'next-activity-planned':
      return { kind, label };
  }
}

const expectationForm = ({
  expectedDays,
  guide,
  exitCriteria,
  expectedOutcome,
}: StageExpectation): ExpectationForm => ({
  expectedDays: expectedDays === null ? '' : String(expectedDays),
  guide,
  outcomeLabel: expectedOutcome?.label ?? '',
  outcomePercent: expectedOutcome === null ? '' : String(Math.round(expectedOutcome.probability * 1_000) / 10),
  exitCriteria: exitCriteria.map(criterionForm),
});

function expectationOf(form: ExpectationForm): StageExpectation {
  const { expectedDays, guide, outcomeLabel, outcomePercent, exitCriteria } = form;
  return {
    expectedDays: numberIn(expectedDays),
    guide,
    exitCriteria: exitCriteria.map(criterionOf),
    expectedOutcome:
      outcomeLabel.trim() === '' ? null : { label: outcomeLabel, probability: (numberIn(outcomePercent) ?? 0) / 100 },
  };
}

/** What is wrong with a criterion, by the place of its field. */
function criterionFaults(place: string, { kind, label, property, values, atLeast }: CriterionForm) {
  const asks = kind === 'property-set' || kind === 'property-is';
  return [
    [`${place}.label`, check.filled(label)],
    [`${place}.property`, asks && check.property(property)],
    [`${place}.values`, kind === 'property-is' && check.filled(listIn(values).join(''))],
    [`${place}.atLeast`, kind === 'contact-associated' && check.whole(Number(atLeast), 1, CONTACTS_MAX)],
  ] as const;
}

/** Nothing, or a number in the range. */
const optional = (text: string, min: number, max: number): Fault | null => {
  const value = numberIn(text);
  return value === null ? null : check.range(value, min, max);
};

/** An outcome needs both of its parts. */
const bothOrNone = (text: string, other: string): Fault | null => (other.trim() === '' ? null : check.filled(text));

export const criteriaSection = sectionSpec('criteria', {
  formOf: ({ stages }: Settings['criteria']): CriteriaForm => ({
    stages: Object.fromEntries(Object.entries(stages).map(([id, expected]) => [id, expectationForm(expected)])),
  }),
  valueOf: ({ stages }: CriteriaForm): Settings['criteria'] => ({
    stages: Object.fromEntries(
      Object.entries(stages)
        .filter(([, form]) => JSON.stringify(form) !== JSON.stringify(NO_EXPECTATION))
        .map(([id, form]) => [id, expectationOf(form)]),
    ),
  }),
  faultsOf: ({ stages }: CriteriaForm) =>
    faultsOf(
      Object.entries(stages).flatMap(([id, form]) => [
        [`stages.${id}.expectedDays`, optional(form.expectedDays, LEAST_DAYS, EXPECTED_DAYS_MAX)],
        [`stages.${id}.expectedOutcome.label`, bothOrNone(form.outcomeLabel, form.outcomePercent)],
        [`stages.${id}.expectedOutcome.probability`, bothOrNone(form.outcomePercent, form.outcomeLabel)],
        [`stages.${id}.expectedOutcome.probability`, optional(form.outcomePercent, 0, 100)],
        ...form.exitCriteria.flatMap((criterion, place) =>
          criterionFaults(`stages.${id}.exitCriteria.${place}`, criterion),
        ),
      ]),
    ),
});
