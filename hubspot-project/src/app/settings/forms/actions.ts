import type { CorrectiveAction, PipelineView } from '@deal-stage-insights/shared';
import { check, faultsOf } from '../edit/faults.ts';
import { plainSection } from '../edit/section-spec.ts';

export const ACTIONS_MAX = 50;
export const DONE_MAX = 300;

export const actionsSection = plainSection('actions', ({ actions }) =>
  faultsOf(
    actions.flatMap(({ stageId, day, done }, place) => [
      [`actions.${place}.stageId`, check.filled(stageId)],
      [`actions.${place}.day`, check.days([day])],
      [`actions.${place}.day`, !(day >= '2000' && day < '2100') && { kind: 'days' }],
      [`actions.${place}.done`, check.filled(done)],
      [`actions.${place}.done`, done.trim().length > DONE_MAX && { kind: 'long', max: DONE_MAX }],
    ]),
  ),
);

/** A line to fill in, under an id that no other has. */
export function newAction(actions: readonly CorrectiveAction[], pipeline: PipelineView | undefined): CorrectiveAction {
  const numbers = actions.map(({ actionId }) => Number(/^action-(\d+)$/.exec(actionId)?.[1] ?? 0));
  return {
    actionId: `action-${Math.max(0, ...numbers) + 1}`,
    pipelineId: pipeline?.pipelineId ?? '',
    stageId: pipeline === undefined ? '' : (watchedStages(pipeline)[0]?.stageId ?? ''),
    day: '',
    done: '',
    aim: 'dwell',
  };
}

/** Those that deals go through. */
export const watchedStages = ({ stages }: PipelineView) =>
  stages.filter(({ role }) => role === 'open' || role === 'parked');
