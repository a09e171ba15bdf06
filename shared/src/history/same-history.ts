import type { DealRecord, HistoryLayer } from './deal-record.ts';
import { TRACKED_PROPERTIES } from './deal-read.ts';

/**
 * Whether two records of a deal tell the same life: the same changes of what is tracked, deleted and merged alike. Facts, and
 * how new the reads are, may differ. Tells a repair from a refresh.
 *
 * No record has the same history as no record, and as nothing else.
 * @example hasSameHistory(record, mergeDeal(record, aRereadWithAnotherNextStep)) // true
 */
export function hasSameHistory(a: DealRecord | null, b: DealRecord | null): boolean {
  return JSON.stringify(life(a)) === JSON.stringify(life(b));
}

function life(record: DealRecord | null): unknown {
  if (record === null || record.kind === 'erased') return record?.kind ?? null;
  const { version, deletedAt, mergedInto, layers } = record;
  return [version === null, deletedAt, mergedInto, layers.map(revisions)];
}

const revisions = ({ merges, histories }: HistoryLayer): unknown => [
  merges,
  TRACKED_PROPERTIES.map((property) =>
    histories[property].revisions.map(({ at, value, sourceType, place }) => [at, value, sourceType, place]),
  ),
];
