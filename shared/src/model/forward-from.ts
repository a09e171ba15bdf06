import { exitKindOf } from '../history/exit-kind.ts';
import type { PipelineIndex } from '../history/pipeline-index.ts';
import type { Destinations } from './destinations.ts';

export interface Numbering {
  readonly index: PipelineIndex;
  readonly destinations: Destinations;
}

/** The destinations that lie ahead of a stage: won, and every stage a move to which advances or skips. */
export function forwardFrom(stageId: string, { index, destinations }: Numbering): ReadonlySet<number> {
  const ahead = destinations.liveStageIds.flatMap((other, k) => {
    const kind = exitKindOf(stageId, other, index);
    return kind === 'advanced' || kind === 'skipped' ? [k] : [];
  });
  return new Set([...ahead, destinations.won]);
}
