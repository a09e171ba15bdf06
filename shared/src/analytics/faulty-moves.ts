import type { HygieneFaultId } from '../contract/hygiene-report.ts';
import type { PipelineView } from '../contract/pipelines.ts';
import { pipelineIndex, stageView } from '../history/pipeline-index.ts';
import { ORIGIN_CODES } from '../history/visit-table.ts';
import { isLive } from '../model/destinations.ts';
import type { KnownVisits } from './known-visits.ts';
import { BULK_MS, bulkMoves } from './bulk-moves.ts';
import { isWithin, type Period } from './period.ts';

/** A visit that ended sooner than this after a move began it was not worked in: the deal was dragged through. */
export const RUSHED_MS = 5 * 60_000;

export const MOVE_FAULTS = [
  'skipped-stage',
  'moved-back',
  'rushed-moves',
  'bulk-move',
  'imported-move',
  'reopened-win',
  'unknown-stage',
] as const satisfies readonly HygieneFaultId[];
export type MoveFault = (typeof MOVE_FAULTS)[number];

/** The moves of a table between two stages of its pipeline, each under the row of the visit that it ended. */
export interface Moves {
  /** In the order of the table. */
  readonly rows: Uint32Array;
  /** By row of the table: one bit for each of MOVE_FAULTS, 0 also where no move ended the visit. */
  readonly faults: Uint8Array;
}

const EVER: Period = { fromAt: Number.NEGATIVE_INFINITY, toAt: Number.POSITIVE_INFINITY };
const IMPORT = ORIGIN_CODES.indexOf('import');

/**
 * Every move that is known, with what is wrong with it. Backward is between open stages: to a parked stage, or out of one, is
 * no fault. A deal's first visit is never rushed: a stage that was set right after creation is not worth a word.
 * @param period left out: ever. Of a period, moves within a minute of it are among them: they tell which were made in bulk.
 */
export function faultyMoves(known: KnownVisits, pipeline: PipelineView, period: Period = EVER): Moves {
  const { table } = known;
  const index = pipelineIndex([pipeline]);
  const isUnlisted = table.stageIds.map((stageId) => stageView(index, stageId).isUnknown);
  const rows = movesOf(known, { fromAt: period.fromAt - BULK_MS, toAt: period.toAt + BULK_MS });
  const isBulk = bulkMoves(known, rows);
  const faults = new Uint8Array(table.length);
  for (const row of rows) {
    const [kind, from, to] = [known.exitOf(row), known.roleOf(row), known.roleOf(row + 1)];
    let bits = 0;
    if (kind === 'skipped') bits |= bitOf('skipped-stage');
    if (kind === 'back' && from === 'open' && to === 'open') bits |= bitOf('moved-back');
    if (from === 'open' && isRushed(known, row)) bits |= bitOf('rushed-moves');
    if (isBulk(row)) bits |= bitOf('bulk-move');
    if (table.origin[row + 1] === IMPORT) bits |= bitOf('imported-move');
    if ((from === 'won' || from === 'post-win') && isLive(to)) bits |= bitOf('reopened-win');
    if (isUnlisted[table.stage[row] ?? -1] === true || isUnlisted[table.toStage[row] ?? -1] === true)
      bits |= bitOf('unknown-stage');
    faults[row] = bits;
  }
  return { rows, faults };
}

/** The faults of a row's move; of most there are none. */
export function faultsOf({ faults }: Moves, row: number): readonly MoveFault[] {
  const bits = faults[row] ?? 0;
  return bits === 0 ? NONE : MOVE_FAULTS.filter((_, place) => (bits & (1 << place)) !== 0);
}

const NONE: readonly MoveFault[] = [];

/** Of several: 1 where a row's move has any of them. */
export function bitsOf(faults: readonly MoveFault[]): number {
  return faults.reduce((bits, fault) => bits | bitOf(fault), 0);
}

const bitOf = (fault: MoveFault): number => 1 << MOVE_FAULTS.indexOf(fault);

function movesOf(known: KnownVisits, period: Period): Uint32Array {
  const { table } = known;
  const rows = new Uint32Array(table.length);
  let length = 0;
  for (let row = 0; row < table.length; row += 1) {
    if (!isWithin(period, known.endOf(row))) continue;
    const exit = known.isKnown(row) ? known.exitOf(row) : null;
    if (exit !== null && exit !== 'moved' && exit !== 'merged' && exit !== 'deleted') rows[length++] = row;
  }
  return rows.subarray(0, length);
}

function isRushed(known: KnownVisits, row: number): boolean {
  const { table } = known;
  if (row === 0 || table.deal[row - 1] !== table.deal[row]) return false;
  return known.endOf(row) - (table.enteredAt[row] ?? 0) < RUSHED_MS;
}
