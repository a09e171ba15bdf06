import type { StageView, TemplateStage } from '@deal-stage-insights/shared';

/**
 * A first proposal which stage of a template each stage of a pipeline stands for: those of one role in their order. What is left
 * over stands for none; an admin puts it right.
 * @example proposedMatch([a, b, won], [first, second, won]) // { a: 'first', b: 'second', won: 'won' }
 */
export function proposedMatch(
  stages: readonly StageView[],
  templateStages: readonly TemplateStage[],
): Readonly<Record<string, string>> {
  const left = [...templateStages];
  return Object.fromEntries(
    stages.flatMap(({ stageId, role }) => {
      const place = left.findIndex((stage) => stage.role === role);
      const [found] = place < 0 ? [] : left.splice(place, 1);
      return found === undefined ? [] : [[stageId, found.key]];
    }),
  );
}
