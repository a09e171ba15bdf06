import { parseViewer, type Target, type TeamChoice } from '@deal-stage-insights/shared';
import { askApi, LoadView, useLoad } from '@deal-stage-insights/ui';
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
  const { variables } = useExtensionContext<'settings'>();
  const { load, askAgain } = useLoad('viewer', () =>
    askApi(variables?.['API_BASE_URL'], { path: '/v1/viewer', parse: parseViewer }),
  );
  return (
    <LoadView load={load} onAskAgain={askAgain}>
      {({ teams }) => <Targets teams={teams} />}
    </LoadView>
  );
}

interface TeamsProps {
  /** All of the account: an admin sees every team. */
  readonly teams: readonly TeamChoice[];
}

function Targets({ teams }: TeamsProps) {
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
            <TargetFields
              {...{ target, place, teams }}
              at={(name) => at(`targets.${place}.${name}`)}
              onChange={replace}
            />
          )}
        </Rows>
      )}
    </SectionForm>
  );
}

const PERIODS = ['month', 'quarter'] as const;
const WHOLE = '';

interface TargetFieldsProps extends TeamsProps {
  readonly target: Target;
  readonly place: number;
  readonly at: (name: string) => object;
  readonly onChange: (target: Target) => void;
}

function TargetFields({ target, place, teams, at, onChange }: TargetFieldsProps) {
  const { targets: words } = useTimeMessages();
  const pipelines = usePipelines();
  const known = teams.map(({ teamId, label }) => ({ value: teamId, label }));
  const { teamId } = target;
  // HubSpot may have no team of this id any more.
  const isKnown = teamId === null || known.some(({ value }) => value === teamId);
  const others = isKnown ? [] : [{ value: teamId, label: words.otherTeam(teamId) }];
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
        options={[{ value: WHOLE, label: words.whole }, ...known, ...others]}
        {...at('teamId')}
        onChange={(chosen) => onChange({ ...target, teamId: chosen === WHOLE ? null : String(chosen) })}
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
