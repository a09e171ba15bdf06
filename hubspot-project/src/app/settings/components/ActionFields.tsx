import type { ActionAim, CorrectiveAction } from '@deal-stage-insights/shared';
import { dayOfInput, inputDate } from '@deal-stage-insights/ui';
import { DateInput, Select, TextArea } from '@hubspot/ui-extensions';
import { watchedStages } from '../forms/actions.ts';
import { useActionMessages } from '../messages/actions.ts';
import { choosing, optionsOf } from './choices.ts';
import { usePipelines } from './PipelineChoice.tsx';

const AIMS = ['dwell', 'conversion'] as const satisfies readonly ActionAim[];

interface ActionFieldsProps {
  readonly action: CorrectiveAction;
  readonly place: number;
  readonly at: (name: string) => object;
  readonly onChange: (action: CorrectiveAction) => void;
}

/** Which stage, since when, what was done, and what it is meant to change. */
export function ActionFields({ action, place, at, onChange }: ActionFieldsProps) {
  const words = useActionMessages();
  const pipelines = usePipelines();
  const pipeline = pipelines.find(({ pipelineId }) => pipelineId === action.pipelineId);
  const stages = (pipeline === undefined ? [] : watchedStages(pipeline)).map(({ stageId, label }) => ({
    value: stageId,
    label,
  }));
  const isListed = action.stageId === '' || stages.some(({ value }) => value === action.stageId);
  const others = isListed ? [] : [{ value: action.stageId, label: words.otherStage(action.stageId) }];
  const day = inputDate(action.day);
  const setPipeline = (chosen: string) => {
    const first = pipelines.filter(({ pipelineId }) => pipelineId === chosen).flatMap(watchedStages)[0];
    onChange({ ...action, pipelineId: chosen, stageId: first?.stageId ?? '' });
  };
  return (
    <>
      <Select
        label={words.pipeline(place + 1)}
        name={`action-pipeline-${place}`}
        value={action.pipelineId}
        options={pipelines.map(({ pipelineId, label }) => ({ value: pipelineId, label }))}
        {...at('pipelineId')}
        onChange={(chosen) => setPipeline(String(chosen))}
      />
      <Select
        label={words.stage(place + 1)}
        name={`action-stage-${place}`}
        value={action.stageId}
        options={[...stages, ...others]}
        {...at('stageId')}
        onChange={(stageId) => onChange({ ...action, stageId: String(stageId) })}
      />
      <Select
        label={words.aim(place + 1)}
        name={`action-aim-${place}`}
        value={action.aim}
        options={optionsOf(AIMS, words.aims)}
        onChange={choosing(AIMS, (aim) => onChange({ ...action, aim }))}
      />
      <DateInput
        label={words.day(place + 1)}
        name={`action-day-${place}`}
        format="medium"
        {...(day !== null && { value: day })}
        {...at('day')}
        onChange={(chosen) => onChange({ ...action, day: dayOfInput(chosen) ?? '' })}
      />
      <TextArea
        label={words.done(place + 1)}
        name={`action-done-${place}`}
        placeholder={words.doneForm}
        value={action.done}
        {...at('done')}
        onInput={(done) => onChange({ ...action, done })}
      />
    </>
  );
}
