import { type DealRecord, foldShard, type PipelineView, type VisitBlock } from '@deal-stage-insights/shared';
import { aDealThrough, aRecord, someIndex } from './builders.ts';

/**
 * The visits of deals that went through these stages, each line as in `aTimeline`; every deal was created at START.
 * `times` repeats the whole list, so that there is evidence enough.
 * @example salesTable(SALES, ['new 3d, demo 5d, won', 'new 9d, lost'], 20)
 */
export function salesTable(pipeline: PipelineView, lines: readonly string[], times = 1): VisitBlock {
  const records = Array.from({ length: times }, () => lines)
    .flat()
    .map((line, deal) => aRecord(aDealThrough(line, { dealId: String(1001 + deal) })));
  return foldedTable(pipeline, records);
}

/** The visit block of one pipeline, as rollup folds it from these records. */
export function foldedTable(pipeline: PipelineView, records: readonly DealRecord[]): VisitBlock {
  const block = foldShard(records, someIndex(pipeline)).get(pipeline.pipelineId);
  if (block === undefined) throw new Error('These records leave no visit.');
  return block;
}
