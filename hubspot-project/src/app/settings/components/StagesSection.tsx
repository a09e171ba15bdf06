import type { PipelineView, StageRole, StageSettings, StageView } from '@deal-stage-insights/shared';
import { dayOfInput, inputDate, Small } from '@deal-stage-insights/ui';
import { AutoGrid, Button, DateInput, Divider, Flex, Select } from '@hubspot/ui-extensions';
import { useTakeOver } from '../edit/template-choice.tsx';
import { stagesSection, withEntry } from '../forms/stages.ts';
import { useStageMessages } from '../messages/stages.ts';
import { choosing } from './choices.ts';
import { OldStages } from './OldStages.tsx';
import { PipelineChoice } from './PipelineChoice.tsx';
import { type Fields, SectionForm } from './SectionForm.tsx';

/** How HubSpot's stages are to be read: their roles, old stages that count as new ones, and from which day on. */
export function StagesSection() {
  const { roles: words } = useStageMessages();
  return (
    <SectionForm spec={stagesSection} title={words.title} about={words.about}>
      {(fields) => <StageFields fields={fields} />}
    </SectionForm>
  );
}

function StageFields({ fields }: Pick<StageFieldsProps, 'fields'>) {
  useTakeOver('stages', { stages: fields.draft }, ({ stages }) => fields.change(stages));
  return (
    <PipelineChoice>
      {(pipeline) => (
        <>
          {pipeline.stages.map((stage) => (
            <StageRow key={stage.stageId} {...{ stage, pipeline, fields }} />
          ))}
          <OldStages {...{ pipeline, fields }} />
          <Divider />
          <CountSince {...{ pipeline, fields }} />
        </>
      )}
    </PipelineChoice>
  );
}

export interface StageFieldsProps {
  readonly pipeline: PipelineView;
  readonly fields: Fields<StageSettings>;
}

const ROLES = ['open', 'parked', 'won', 'lost', 'post-win'] as const satisfies readonly StageRole[];
const AS_IN_HUBSPOT = 'hubspot';
const ITSELF = '';
const FIELD_PX = 280;

function StageRow({ stage, pipeline, fields }: StageFieldsProps & { readonly stage: StageView }) {
  const { roles: words } = useStageMessages();
  const { draft, change, at } = fields;
  const { stageId, label } = stage;
  const others = pipeline.stages.filter((each) => each.stageId !== stageId);
  const setRole = (role: StageRole | typeof AS_IN_HUBSPOT) =>
    change({ ...draft, roles: withEntry(draft.roles, stageId, role === AS_IN_HUBSPOT ? null : role) });
  return (
    <AutoGrid columnWidth={FIELD_PX} flexible={true} gap="sm">
      <Select
        label={words.role(label)}
        name={`role-${stageId}`}
        value={draft.roles[stageId] ?? AS_IN_HUBSPOT}
        options={[
          { value: AS_IN_HUBSPOT, label: words.asInHubSpot(words.names[stage.role]) },
          ...ROLES.map((role) => ({ value: String(role), label: words.names[role] })),
        ]}
        {...at(`roles.${stageId}`)}
        onChange={choosing([AS_IN_HUBSPOT, ...ROLES], setRole)}
      />
      <Select
        label={words.countsAs(label)}
        name={`count-as-${stageId}`}
        value={draft.countAs[stageId] ?? ITSELF}
        options={[
          { value: ITSELF, label: words.itself },
          ...others.map((each) => ({ value: each.stageId, label: each.label })),
        ]}
        {...at(`countAs.${stageId}`)}
        onChange={(target) =>
          change({ ...draft, countAs: withEntry(draft.countAs, stageId, target === ITSELF ? null : String(target)) })
        }
      />
    </AutoGrid>
  );
}

function CountSince({ pipeline: { pipelineId, label }, fields: { draft, change, at } }: StageFieldsProps) {
  const { roles: words } = useStageMessages();
  const value = inputDate(draft.countSinceDay[pipelineId] ?? null);
  const set = (day: string | null) =>
    change({ ...draft, countSinceDay: withEntry(draft.countSinceDay, pipelineId, day) });
  return (
    <>
      <Flex gap="sm" align="end" wrap="wrap">
        <DateInput
          key={String(value === null)}
          label={words.countSince(label)}
          name={`count-since-${pipelineId}`}
          format="medium"
          {...(value !== null && { value })}
          {...at(`countSinceDay.${pipelineId}`)}
          onChange={(chosen) => set(dayOfInput(chosen))}
        />
        {value !== null && (
          <Button size="sm" variant="transparent" onClick={() => set(null)}>
            {words.countAll}
          </Button>
        )}
      </Flex>
      <Small>{words.countSinceNote}</Small>
    </>
  );
}
