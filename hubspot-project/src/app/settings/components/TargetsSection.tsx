import type { Target } from '@deal-stage-insights/shared';
import { Input, NumberInput, Select, useExtensionContext } from '@hubspot/ui-extensions';
import { targetsSection } from '../forms/targets.ts';
import { useTimeMessages } from '../messages/time.ts';
import { choosing, optionsOf } from './choices.ts';
import { usePipelines } from './PipelineChoice.tsx';
import { Rows } from './Rows.tsx';
import { SectionForm } from './SectionForm.tsx';

const TARGETS_MAX = 500;

/** What a pipeline, or a team in it, is to win in a month or a quarter. */
export function TargetsSection() {
  const { targets: words } = useTimeMessages();
  const [pipeline] = usePipelines();
  const newTarget: Target = {
    pipelineId: pipeline?.pipelineId ?? '',
    teamId: null,
    period: 'quarter',
    fromMonth: '',
    amount: 0,
  };
  return (
    <SectionForm spec={targetsSection} title={words.title} about={words.about}>
      {({ draft, change, at }) => (
        <Rows
          rows={draft.targets}
          none={words.none}
          add={words.add}
          removeLabel={words.remove}
          newRow={newTarget}
          most={TARGETS_MAX}
          onChange={(targets) => change({ targets })}
        >
          {(target, place, replace) => (
            <TargetFields {...{ target, place }} at={(name) => at(`targets.${place}.${name}`)} onChange={replace} />
          )}
        </Rows>
      )}
    </SectionForm>
  );
}

const PERIODS = ['month', 'quarter'] as const;
const WHOLE = '';

interface TargetFieldsProps {
  readonly target: Target;
  readonly place: number;
  readonly at: (name: string) => object;
  readonly onChange: (target: Target) => void;
}

function TargetFields({ target, place, at, onChange }: TargetFieldsProps) {
  const { targets: words } = useTimeMessages();
  const pipelines = usePipelines();
  const teams = useTeams(target.teamId);
  return (
    <>
      <Select
        label={words.pipeline(place + 1)}
        name={`target-pipeline-${place}`}
        value={target.pipelineId}
        options={pipelines.map(({ pipelineId, label }) => ({ value: pipelineId, label }))}
        {...at('pipelineId')}
        onChange={(pipelineId) => onChange({ ...target, pipelineId: String(pipelineId) })}
      />
      <Select
        label={words.team(place + 1)}
        name={`target-team-${place}`}
        value={target.teamId ?? WHOLE}
        options={[{ value: WHOLE, label: words.whole }, ...teams]}
        {...at('teamId')}
        onChange={(teamId) => onChange({ ...target, teamId: teamId === WHOLE ? null : String(teamId) })}
      />
      <Select
        label={words.period(place + 1)}
        name={`target-period-${place}`}
        value={target.period}
        options={optionsOf(PERIODS, words.periods)}
        onChange={choosing(PERIODS, (period) => onChange({ ...target, period }))}
      />
      <Input
        label={words.fromMonth(place + 1)}
        name={`target-from-${place}`}
        placeholder={words.monthForm}
        value={target.fromMonth}
        {...at('fromMonth')}
        onInput={(fromMonth) => onChange({ ...target, fromMonth: fromMonth.trim() })}
      />
      <NumberInput
        label={words.amount(place + 1)}
        name={`target-amount-${place}`}
        min={0}
        value={target.amount}
        {...at('amount')}
        onChange={(amount) => onChange({ ...target, amount })}
      />
    </>
  );
}

/** HubSpot tells a page the reader's own teams; a team that a target names already is kept beside them. */
function useTeams(teamId: string | null) {
  const { user } = useExtensionContext<'settings'>();
  const { targets: words } = useTimeMessages();
  const own = user.teams.map(({ id, name }) => ({ value: String(id), label: name }));
  const isKnown = teamId === null || own.some(({ value }) => value === teamId);
  return isKnown ? own : [...own, { value: teamId, label: words.otherTeam(teamId) }];
}
