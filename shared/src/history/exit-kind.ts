import type { ExitKind } from '../contract/deal-insights.ts';
import type { PipelineIndex } from './pipeline-index.ts';

/**
 * How a move from one stage to another counts, by roles and by the order of the open stages; where won, lost, parked and
 * post-win stages are displayed plays no part.
 *
 * To won or lost: that. From won to post-win: `advanced`. Between open stages: the next one `advanced`, a later one
 * `skipped`, an earlier one `back`. Into a parked stage, and out of won or lost into an open one (a reopening): `back`.
 * Out of a parked stage, and wherever a stage is unknown: `advanced`.
 */
export function exitKindOf(
  fromStageId: string,
  toStageId: string,
  { stages }: PipelineIndex,
): Exclude<ExitKind, 'moved' | 'merged' | 'deleted'> {
  const from = stages.get(fromStageId);
  const to = stages.get(toStageId);
  const toRole = to?.stage.role ?? 'open';
  if (toRole === 'won' || toRole === 'lost') return toRole;
  if (toRole === 'parked') return 'back';
  if (toRole === 'post-win') return 'advanced';
  const fromRole = from?.stage.role ?? 'open';
  if (fromRole !== 'open') return fromRole === 'parked' ? 'advanced' : 'back';
  const [fromRank, toRank] = [from?.openRank ?? null, to?.openRank ?? null];
  if (fromRank === null || toRank === null) return 'advanced';
  const step = toRank - fromRank;
  if (step < 0) return 'back';
  return step > 1 ? 'skipped' : 'advanced';
}
