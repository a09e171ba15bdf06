import { Column } from '@deal-stage-insights/ui';
import type { ExitCriterion, StageView } from '@deal-stage-insights/shared';
import { Accordion, Flex, Input, Select, TextArea } from '@hubspot/ui-extensions';
import {
  CRITERIA_MAX,
  type CriteriaForm,
  criteriaSection,
  type CriterionForm,
  type ExpectationForm,
  NEW_CRITERION,
  NO_EXPECTATION,
} from '../forms/criteria.ts';
import { useTakeOver } from '../edit/template-choice.tsx';
import { useStageMessages } from '../messages/stages.ts';
import { choosing, optionsOf } from './choices.ts';
import { PipelineChoice } from './PipelineChoice.tsx';
import { Rows } from './Rows.tsx';
import { type Fields, SectionForm } from './SectionForm.tsx';

/** What the team expects of each stage: days, a guide, what must be there before a deal leaves, and what the stage should bring. */
export function CriteriaSection() {
  const { criteria: words } = useStageMessages();
  return (
    <SectionForm spec={criteriaSection} title={words.title} about={words.about}>
      {(fields) => <Expectations fields={fields} />}
    </SectionForm>
  );
}

function Expectations({ fields }: Pick<StageExpectationProps, 'fields'>) {
  const { formOf, valueOf } = criteriaSection;
  useTakeOver('criteria', { criteria: valueOf(fields.draft) }, ({ criteria }) => fields.change(formOf(criteria)));
  return (
    <PipelineChoice>
      {({ stages }) => (
        <Column gap="xs">
          {stages
            .filter(({ role }) => role === 'open' || role === 'parked')
            .map((stage) => (
              <StageExpectation key={stage.stageId} stage={stage} fields={fields} />
            ))}
        </Column>
      )}
    </PipelineChoice>
  );
}

interface StageExpectationProps {
  readonly stage: StageView;
  readonly fields: Fields<CriteriaForm>;
}

function StageExpectation({ stage: { stageId, label }, fields: { draft, change, at } }: StageExpectationProps) {
  const { criteria: words } = useStageMessages();
  const form = draft.stages[stageId] ?? NO_EXPECTATION;
  const set = (changes: Partial<ExpectationForm>) =>
    change({ stages: { ...draft.stages, [stageId]: { ...form, ...changes } } });
  const here = (place: string) => at(`stages.${stageId}.${place}`);
  return (
    <Accordion title={words.stage(label, form.exitCriteria.length)} size="sm">
      <Column>
        <Input
          label={words.expectedDays}
          name={`days-${stageId}`}
          description={words.expectedDaysNote}
          value={form.expectedDays}
          {...here('expectedDays')}
          onInput={(expectedDays) => set({ expectedDays })}
        />
        <TextArea
          label={words.guide}
          name={`guide-${stageId}`}
          description={words.guideNote}
          rows={3}
          maxLength={2_000}
          value={form.guide}
          {...here('guide')}
          onInput={(guide) => set({ guide })}
        />
        <Flex gap="sm" align="start" wrap="wrap">
          <Input
            label={words.outcome}
            name={`outcome-${stageId}`}
            value={form.outcomeLabel}
            {...here('expectedOutcome.label')}
            onInput={(outcomeLabel) => set({ outcomeLabel })}
          />
          <Input
            label={words.outcomePercent}
            name={`outcome-percent-${stageId}`}
            value={form.outcomePercent}
            {...here('expectedOutcome.probability')}
            onInput={(outcomePercent) => set({ outcomePercent })}
          />
        </Flex>
        <Rows
          rows={form.exitCriteria}
          none={words.none}
          add={words.add}
          removeLabel={words.remove}
          newRow={NEW_CRITERION}
          most={CRITERIA_MAX}
          onChange={(exitCriteria) => set({ exitCriteria })}
        >
          {(criterion, place, replace) => (
            <CriterionFields
              {...{ criterion, place }}
              at={(name) => here(`exitCriteria.${place}.${name}`)}
              onChange={replace}
            />
          )}
        </Rows>
      </Column>
    </Accordion>
  );
}

const KINDS = [
  'property-set',
  'property-is',
  'amount-set',
  'close-date-ahead',
  'contact-associated',
  'activity-in-stage',
  'next-activity-planned',
] as const satisfies readonly ExitCriterion['kind'][];

interface CriterionFieldsProps {
  readonly criterion: CriterionForm;
  readonly place: number;
  readonly at: Fields<CriterionForm>['at'];
  readonly onChange: (criterion: CriterionForm) => void;
}

function CriterionFields({ criterion, place, at, onChange }: CriterionFieldsProps) {
  const { criteria: words } = useStageMessages();
  const { kind, label, property, values, atLeast } = criterion;
  return (
    <>
      <Select
        label={words.kind(place + 1)}
        name={`kind-${place}`}
        value={kind}
        options={optionsOf(KINDS, words.kinds)}
        onChange={choosing(KINDS, (chosen) => onChange({ ...criterion, kind: chosen }))}
      />
      <Input
        label={words.label(place + 1)}
        name={`label-${place}`}
        value={label}
        {...at('label')}
        onInput={(text) => onChange({ ...criterion, label: text })}
      />
      {(kind === 'property-set' || kind === 'property-is') && (
        <Input
          label={words.property(place + 1)}
          name={`property-${place}`}
          value={property}
          {...at('property')}
          onInput={(text) => onChange({ ...criterion, property: text })}
        />
      )}
      {kind === 'property-is' && (
        <Input
          label={words.values(place + 1)}
          name={`values-${place}`}
          value={values}
          {...at('values')}
          onInput={(text) => onChange({ ...criterion, values: text })}
        />
      )}
      {kind === 'contact-associated' && (
        <Input
          label={words.atLeast(place + 1)}
          name={`at-least-${place}`}
          value={atLeast}
          {...at('atLeast')}
          onInput={(text) => onChange({ ...criterion, atLeast: text })}
        />
      )}
    </>
  );
}
