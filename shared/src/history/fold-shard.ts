import type { DealRecord } from './deal-record.ts';
import { encodeDealRecord } from './encode-deal-record.ts';
import { digestTexts } from './digest.ts';
import { foldDeal } from './fold-deal.ts';
import { compareText, sorted } from './order.ts';
import type { PipelineIndex } from './pipeline-index.ts';
import type { DealTimeline, StageVisit } from './timeline.ts';
import type { VisitBlock } from './visit-block.ts';
import { type BlockBuilder, blockBuilder } from './visit-block-builder.ts';

/**
 * Folds the records of a shard into one block a pipeline, by pipeline id. Equal records and an equal map of stages to
 * pipelines give equal blocks, whatever the order of `records`. Erased deals leave nothing, deleted ones only their count.
 * A pipeline without a visit has no block; one whose deals are all deleted has an empty block with the count.
 */
export function foldShard(records: readonly DealRecord[], index: PipelineIndex): ReadonlyMap<string, VisitBlock> {
  const builders = new Map<string, BlockBuilder>();
  for (const record of inIdOrder(records)) addDeal(builders, foldDeal(record, index));
  return new Map(sorted(builders, ([a], [b]) => compareText(a, b)).map(([id, builder]) => [id, builder.build()]));
}

/** A digest that is equal for equal records in any order: what a shard head is held against. */
export function recordsDigest(records: readonly DealRecord[]): string {
  return digestTexts(inIdOrder(records).map((record) => JSON.stringify(encodeDealRecord(record))));
}

/** How many deals the records hold, and how many of those are deleted at HubSpot. Erased ones are not counted. */
export function countDeals(records: readonly DealRecord[]): { readonly deals: number; readonly deleted: number } {
  const kept = records.filter((record) => record.kind === 'deal');
  const deleted = kept.filter(({ deletedAt, mergedInto }) => deletedAt !== null && mergedInto === null);
  return { deals: kept.length, deleted: deleted.length };
}

function addDeal(builders: Map<string, BlockBuilder>, timeline: DealTimeline): void {
  const last = timeline.visits.at(-1);
  if (last === undefined) return;
  if (timeline.status === 'deleted') {
    builderOf(builders, last.pipelineId).addDeletedDeal();
    return;
  }
  for (const [pipelineId, visits] of byPipeline(timeline.visits)) {
    builderOf(builders, pipelineId).addDeal(timeline, visits);
  }
}

function byPipeline(visits: readonly StageVisit[]): ReadonlyMap<string, readonly StageVisit[]> {
  const [first] = visits;
  if (first !== undefined && visits.every(({ pipelineId }) => pipelineId === first.pipelineId)) {
    return new Map([[first.pipelineId, visits]]);
  }
  const groups = new Map<string, StageVisit[]>();
  for (const visit of visits) {
    const group = groups.get(visit.pipelineId);
    if (group === undefined) groups.set(visit.pipelineId, [visit]);
    else group.push(visit);
  }
  return groups;
}

function builderOf(builders: Map<string, BlockBuilder>, pipelineId: string): BlockBuilder {
  const known = builders.get(pipelineId);
  if (known !== undefined) return known;
  const added = blockBuilder(pipelineId);
  builders.set(pipelineId, added);
  return added;
}

/** The store answers in order of id already. */
function inIdOrder(records: readonly DealRecord[]): readonly DealRecord[] {
  const isInOrder = records.every(
    ({ dealId }, place) => place === 0 || compareText(records[place - 1]?.dealId ?? '', dealId) < 0,
  );
  if (isInOrder) return records;
  return sorted(records, (a, b) => compareText(a.dealId, b.dealId));
}
