import type { ExitKind } from '../contract/deal-insights.ts';
import type { PipelineView, StageRole } from '../contract/pipelines.ts';
import { exitKindOf } from '../history/exit-kind.ts';
import type { EpochMs } from '../history/instant.ts';
import { type PipelineIndex, pipelineIndex, stageView } from '../history/pipeline-index.ts';
import { ARRIVAL_CODES, EXIT_CODES, type VisitTable } from '../history/visit-table.ts';
import { destinationsOf } from '../model/destinations.ts';

/** The visits of a pipeline as known at an instant: what every team report counts. */
export interface KnownVisits {
  readonly table: VisitTable;
  readonly asOf: EpochMs;
  /** Live stages that history mentions, in display order. */
  readonly stageIds: readonly string[];
  /** The place of a row's stage in `stageIds`; -1 for closed ones. */
  stageOf(row: number): number;
  /** The place of the row's next stage in `stageIds`; -1 for closed ones and none. */
  nextOf(row: number): number;
  /** Of the row's stage. */
  roleOf(row: number): StageRole;
  /** Epoch ms; endless while the visit ran at the instant. */
  endOf(row: number): EpochMs;
  /** Null while the visit ran at the instant. */
  exitOf(row: number): ExitKind | null;
  isLate(row: number): boolean;
  /** False for visits that begin after the instant. */
  isKnown(row: number): boolean;
}

const LATE = ARRIVAL_CODES.indexOf('late');

const kept = new WeakMap<VisitTable, readonly { readonly pipeline: PipelineView; readonly known: KnownVisits }[]>();
const KEPT = 2; // Of a table: reports ask at their instant, and just before the end of their period.

/**
 * Reads a table as it was known at an instant: what began later is not there, what ended later still runs. What is known when
 * nothing is still to come stays with the table: all reports of a day read the same columns, and what is kept of them
 * (`keptWith`).
 */
export function knownVisits(table: VisitTable, pipeline: PipelineView, asOf: EpochMs): KnownVisits {
  const last = kept.get(table) ?? [];
  const same = last.find((each) => each.pipeline === pipeline && each.known.asOf === asOf);
  if (same !== undefined) return same.known;
  const known = readVisits(table, pipeline, asOf);
  if (asOf >= table.newestChangeAt && asOf < Number.POSITIVE_INFINITY)
    kept.set(table, [{ pipeline, known }, ...last].slice(0, KEPT));
  return known;
}

function readVisits(table: VisitTable, pipeline: PipelineView, asOf: EpochMs): KnownVisits {
  const index = pipelineIndex([pipeline]);
  const stageIds = destinationsOf(pipeline, table.stageIds).liveStageIds;
  const places = Int16Array.from(table.stageIds, (stageId) => stageIds.indexOf(stageId));
  const nextPlaces = Int16Array.of(-1, ...places); // The first: no next stage.
  const roles = table.stageIds.map((stageId) => stageView(index, stageId).role);
  const stages = new Int16Array(table.length);
  const endAt = new Float64Array(table.length);
  for (let row = 0; row < table.length; row += 1) {
    const exitedAt = table.exitedAt[row] ?? Number.NaN;
    stages[row] = places[table.stage[row] ?? 0] ?? -1;
    endAt[row] = exitedAt <= asOf ? exitedAt : Number.POSITIVE_INFINITY;
  }
  const exits = exitCodes(table, endAt, index);
  return {
    table,
    asOf,
    stageIds,
    stageOf: (row) => stages[row] ?? -1,
    nextOf: (row) => nextPlaces[(table.toStage[row] ?? -1) + 1] ?? -1,
    roleOf: (row) => roles[table.stage[row] ?? -1] ?? 'open',
    endOf: (row) => endAt[row] ?? Number.POSITIVE_INFINITY,
    exitOf: (row) => EXIT_KINDS[exits[row] ?? 0] ?? null,
    isLate: (row) => table.arrival[row] === LATE,
    isKnown: (row) => (table.enteredAt[row] ?? Number.NaN) <= asOf,
  };
}

/** The first: it ran. */
const EXIT_KINDS = [null, 'advanced', 'back', 'skipped', 'won', 'lost', 'moved', 'merged', 'deleted'] as const;
const MOVED = EXIT_KINDS.indexOf('moved');

/** By row: how the visit ended, as a place in `EXIT_KINDS`. */
function exitCodes(table: VisitTable, endAt: Float64Array, index: PipelineIndex): Uint8Array {
  const transition = EXIT_CODES.indexOf('transition');
  const others = Uint8Array.from(EXIT_CODES, (code) =>
    code === 'open' || code === 'transition' ? 0 : EXIT_KINDS.indexOf(code),
  );
  const width = table.stageIds.length + 1; // The first column: no next stage.
  const kinds = new Uint8Array(table.stageIds.length * width).fill(MOVED);
  for (const [from, fromId] of table.stageIds.entries())
    for (const [to, toId] of table.stageIds.entries())
      kinds[from * width + to + 1] = EXIT_KINDS.indexOf(exitKindOf(fromId, toId, index));
  const codes = new Uint8Array(table.length);
  for (let row = 0; row < table.length; row += 1) {
    if (endAt[row] === Number.POSITIVE_INFINITY) continue;
    const code = table.exit[row] ?? 0;
    const move = (table.stage[row] ?? 0) * width + (table.toStage[row] ?? -1) + 1;
    codes[row] = (code === transition ? kinds[move] : others[code]) ?? 0;
  }
  return codes;
}

/** A move that leads on: to the next stage, past it, or to the win. */
export function leadsOn(exit: ExitKind | null): boolean {
  return exit === 'advanced' || exit === 'skipped' || exit === 'won';
}
