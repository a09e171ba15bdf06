import { type ActionEffect, type CorrectiveAction, parseActionsReport } from '@deal-stage-insights/shared';
import { type Answer, askApi, pathOf, useLoad } from '@deal-stage-insights/ui';
import { useExtensionContext } from '@hubspot/ui-extensions';

/** What came after the actions of some pipelines. A pipeline without a report yet has none. */
export function useEffects(pipelineIds: readonly string[]) {
  const { variables } = useExtensionContext<'settings'>();
  const ids = [...new Set(pipelineIds)].filter((id) => id !== '').toSorted();
  return useLoad(ids.length === 0 ? null : JSON.stringify(ids), async (): Promise<Answer<readonly ActionEffect[]>> => {
    const answers = await Promise.all(
      ids.map((id) =>
        askApi(variables?.['API_BASE_URL'], { path: pathOf`/v1/pipelines/${id}/actions`, parse: parseActionsReport }),
      ),
    );
    for (const answer of answers) if (answer.kind === 'failed' || answer.kind === 'refused') return answer;
    return { kind: 'data', data: answers.flatMap((answer) => (answer.kind === 'data' ? answer.data.actions : [])) };
  });
}

/** The one of this very action: what was changed since the figures were made has none yet. */
export const effectOf = (effects: readonly ActionEffect[], action: CorrectiveAction): ActionEffect | null =>
  effects.find(
    ({ actionId, stage, day, aim }) =>
      actionId === action.actionId && stage.stageId === action.stageId && day === action.day && aim === action.aim,
  ) ?? null;
