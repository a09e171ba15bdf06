import type { ExitKind, VisitView } from '../contract/deal-insights.ts';
import { exitKindOf } from '../history/exit-kind.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import { type PipelineIndex, stageView } from '../history/pipeline-index.ts';
import type { StageVisit } from '../history/timeline.ts';

/** One visit of a deal as the card shows it; a running one has lasted until now. */
export function visitView(visit: StageVisit, index: PipelineIndex, now: EpochMs): VisitView {
  const { enteredAt, exitedAt, arrival, origin, visitNumber, isRegression, isSkip } = visit;
  return {
    stage: stageView(index, visit.stageId),
    enteredAt,
    exitedAt,
    dwellDays: Math.max(0, (exitedAt ?? now) - enteredAt) / DAY_MS,
    arrival,
    exit: exitOf(visit, index),
    origin,
    visitNumber,
    isRegression,
    isSkip,
  };
}

function exitOf({ exit, stageId, toStageId }: StageVisit, index: PipelineIndex): ExitKind | null {
  if (exit === 'open') return null;
  if (exit !== 'transition') return exit;
  return toStageId === null ? null : exitKindOf(stageId, toStageId, index);
}
