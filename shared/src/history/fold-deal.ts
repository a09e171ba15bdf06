import type { TrackedProperty } from './deal-read.ts';
import { type DealRecord, type KeptDeal, recordedAt } from './deal-record.ts';
import { changesOf } from './changes.ts';
import { amountOf, idOf, instantOf } from './normalise.ts';
import type { PipelineIndex } from './pipeline-index.ts';
import { revisionsOf } from './survivor.ts';
import type { Change, DealTimeline } from './timeline.ts';
import { type LifeEnd, stageVisits } from './stage-visits.ts';

/**
 * The life of one deal: its visits, which tile it from the first known stage entry to now (or to its end) without gap or
 * overlap, and the changes of owner, amount and close date.
 *
 * - Visits of no length are kept (`isSkip`). Empty stage values are left out: a deal is always somewhere.
 * - A move to another pipeline ends a visit as `moved` and begins one there. A stage that is not listed stays in the pipeline
 *   of the stage before it, else of the next listed one, else in the pipeline `''`.
 * - The first visit is `late` when it began more than a minute after the deal was created, came from an import, or begins
 *   only with a merge. No later visit is.
 * - Instants after the last modification count as that instant.
 * - A merged deal's last visit ends `merged`, a deleted one's `deleted`, at HubSpot's instant. An erased deal has no visits.
 * @example foldDeal(record, pipelineIndex(pipelines)).visits.at(-1)?.stageId // where the deal is now
 */
export function foldDeal(record: DealRecord, index: PipelineIndex): DealTimeline {
  if (record.kind === 'erased') return { ...EMPTY, dealId: record.dealId, status: 'erased' };
  const end = endOf(record);
  const ownerChanges = trackedChanges(record, 'hubspot_owner_id', idOf);
  const stages = withoutEmpty(trackedChanges(record, 'dealstage', idOf));
  const createdAt = record.version?.createdAt ?? null;
  const visits = stageVisits(
    { changes: stages, owners: ownerChanges, createdAt, beginsAtMerge: beginsAtMerge(record), end },
    index,
  );
  return {
    dealId: record.dealId,
    status: end === null ? 'live' : end.exit,
    createdAt,
    recordedAt: recordedAt(record),
    mergedIntoDealId: record.mergedInto?.dealId ?? null,
    visits,
    ownerChanges,
    amountChanges: trackedChanges(record, 'amount', amountOf),
    closeDateChanges: trackedChanges(record, 'closedate', instantOf),
    facts: record.version?.facts ?? {},
  };
}

const EMPTY = {
  createdAt: null,
  recordedAt: null,
  mergedIntoDealId: null,
  visits: [],
  ownerChanges: [],
  amountChanges: [],
  closeDateChanges: [],
  facts: {},
} as const;

/** A merge outweighs a deletion: HubSpot deletes the deal it merged away. */
function endOf({ mergedInto, deletedAt }: KeptDeal): LifeEnd | null {
  if (mergedInto !== null) return { exit: 'merged', at: mergedInto.at };
  return deletedAt === null ? null : { exit: 'deleted', at: deletedAt };
}

function trackedChanges<T extends string | number | null>(
  { version, layers }: KeptDeal,
  property: TrackedProperty,
  normalise: (raw: string) => T,
): readonly Change<T>[] {
  if (version === null) return [];
  return changesOf(revisionsOf(layers, property), {
    normalise,
    current: version.current[property],
    until: version.lastModifiedAt,
  });
}

function beginsAtMerge({ layers }: KeptDeal): boolean {
  return (layers[0]?.merges ?? 0) > 0;
}

/** A deal is always somewhere; what is left on both sides of an empty value may be the same stage. */
function withoutEmpty(changes: readonly Change<string>[]): readonly Change<string>[] {
  if (changes.every(({ value }) => value !== '')) return changes;
  const named = changes.filter(({ value }) => value !== '');
  return named.filter(({ value }, place) => value !== named[place - 1]?.value);
}
