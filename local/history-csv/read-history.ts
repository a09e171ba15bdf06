import { instantOf, nameOf } from './cells.ts';
import { csvRows, type CsvRow } from './csv-rows.ts';
import type { LoggedHistory, LoggedTransition } from './logged-deal.ts';

const COLUMNS = ['deal_id', 'seq', 'at', 'from_stage', 'to_stage'];

/**
 * Reads a history of stage changes: `deal_id,seq,at,from_stage,to_stage[,resource]`, plain or gzip, UTC ISO-8601 with ms.
 * Rows of one deal stand in order of `seq` and time; deals may be mixed. Each row's `from_stage` is the `to_stage` before it.
 * Answers the deals in order of id. Throws a CsvError that names file, line and column; nothing is read half-way.
 */
export async function readHistory(file: string, stageIds?: ReadonlySet<string>): Promise<readonly LoggedHistory[]> {
  const deals = new Map<string, LoggedTransition[]>();
  for await (const row of csvRows(file, COLUMNS)) {
    const dealId = nameOf(row, 'deal_id');
    const transitions = deals.get(dealId) ?? [];
    if (transitions.length === 0) deals.set(dealId, transitions);
    transitions.push(transitionOf(row, transitions, stageIds));
  }
  return [...deals]
    .map(([dealId, transitions]) => ({ dealId, transitions: transitions.map(spreadTies(transitions)) }))
    .toSorted((a, b) => (a.dealId < b.dealId ? -1 : 1));
}

function transitionOf(
  row: CsvRow,
  before: readonly LoggedTransition[],
  stageIds?: ReadonlySet<string>,
): LoggedTransition {
  const seq = row.text('seq');
  if (!/^\d+$/.test(seq)) row.refuse('seq', `"${seq}" is not a whole number`);
  if (Number(seq) < before.length) row.refuse('seq', `${seq} stands twice for this deal, or its rows are not in order`);
  if (Number(seq) > before.length) {
    row.refuse('seq', `${seq} stands where ${before.length} should: rows are missing or not in order`);
  }
  const at = instantOf(row, 'at');
  const last = before.at(-1);
  if (last !== undefined && at < last.at)
    row.refuse('at', 'the instant lies before the one of the row before it: rows are not in order');
  const from = row.text('from_stage');
  const expected = last?.toStage ?? '';
  if (from !== expected) row.refuse('from_stage', `"${from}" is not the stage the deal was in ("${expected}")`);
  const toStage = nameOf(row, 'to_stage');
  if (stageIds !== undefined && !stageIds.has(toStage))
    row.refuse('to_stage', `"${toStage}" is not among the stages given with --stages`);
  return { at, fromStage: from === '' ? null : from, toStage, resource: row.text('resource') };
}

/** Equal instants of one deal are set apart by a millisecond each, so that their order survives. */
const spreadTies = (transitions: readonly LoggedTransition[]) => {
  let previousAt = Number.NEGATIVE_INFINITY;
  return (transition: LoggedTransition): LoggedTransition => {
    const at = Math.max(transition.at, previousAt + 1);
    previousAt = at;
    return transitions.length > 1 ? { ...transition, at } : transition;
  };
};
