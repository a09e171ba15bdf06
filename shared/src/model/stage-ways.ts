import type { PipelineView } from '../contract/pipelines.ts';
import { sorted } from '../history/order.ts';
import { pipelineIndex } from '../history/pipeline-index.ts';
import type { Destinations } from './destinations.ts';
import { forwardFrom } from './forward-from.ts';
import { BACK, ELSEWHERE, LOST, ON } from './kind-life.ts';

/** Where moves out of an open stage lead. */
export interface StageWays {
  readonly ahead: ReadonlySet<number>;
  /** Where who goes on goes when nobody did yet: the next open stage, or won. Null: nobody was ever in the next stage. */
  readonly next: number | null;
  readonly back: number | null;
  /** Of the way from the first open stage (0) to the last (1). */
  readonly place: number;
}

/**
 * By live stage; null for stages that are no step of the way (parked, or not listed any more): they neither lend nor borrow.
 */
export function stageWays(destinations: Destinations, pipeline: PipelineView): readonly (StageWays | null)[] {
  const index = pipelineIndex([pipeline]);
  const { liveStageIds, won } = destinations;
  const steps = sorted(
    pipeline.stages.filter(({ role }) => role === 'open'),
    (a, b) => a.displayOrder - b.displayOrder,
  ).map(({ stageId }) => stageId);
  return liveStageIds.map((stageId) => {
    const at = steps.indexOf(stageId);
    if (at < 0) return null;
    const placeOf = (step: string | undefined): number => liveStageIds.indexOf(step ?? '');
    const back = placeOf(
      steps
        .slice(0, at)
        .filter((step) => placeOf(step) >= 0)
        .at(-1),
    );
    const next = at === steps.length - 1 ? won : placeOf(steps[at + 1]);
    return {
      ahead: forwardFrom(stageId, { index, destinations }),
      next: next < 0 ? null : next,
      back: back < 0 ? null : back,
      place: steps.length > 1 ? at / (steps.length - 1) : 1,
    };
  });
}

/** The kind of exit that a move to a destination is. */
export function kindOf(destination: number, way: StageWays | null, { won, lost, elsewhere }: Destinations): number {
  if (destination === lost) return LOST;
  if (destination === elsewhere) return ELSEWHERE;
  return destination === won || way?.ahead.has(destination) === true ? ON : BACK;
}
