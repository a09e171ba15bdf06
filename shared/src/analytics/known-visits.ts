import type { ExitKind } from '../contract/deal-insights.ts';
import type { PipelineView, StageRole } from '../contract/pipelines.ts';
import { exitKindOf } from '../history/exit-kind.ts';
import type { EpochMs } from '../history/instant.ts';
import { pipelineIndex, stageView } from '../history/pipeline-index.ts';
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

/** Reads a table as it was known at an instant: what began later is not there, what ended later still runs. */
export function knownVisits(table: VisitTable, pipeline: PipelineView, asOf: EpochMs): KnownVisits {
  const index = pipelineIndex([pipeline]);
  const stageIds = destinationsOf(pipeline, table.stageIds).liveStageIds;
  const places = table.stageIds.map((stageId) => stageIds.indexOf(stageId));
  const roles = table.stageIds.map((stageId) => stageView(index, stageId).role);
  const kinds = table.stageIds.map((from) => table.stageIds.map((to) => exitKindOf(from, to, index)));
  const endOf = (row: number): EpochMs => {
    const exitedAt = table.exitedAt[row] ?? Number.NaN;
    return exitedAt <= asOf ? exitedAt : Number.POSITIVE_INFINITY;
  };
  return {
    table,
    asOf,
    stageIds,
    stageOf: (row) => places[table.stage[row] ?? -1] ?? -1,
    nextOf: (row) => places[table.toStage[row] ?? -1] ?? -1,
    roleOf: (row) => roles[table.stage[row] ?? -1] ?? 'open',
    endOf,
    exitOf(row) {
      if (endOf(row) === Number.POSITIVE_INFINITY) return null;
      const code = EXIT_CODES[table.exit[row] ?? 0] ?? 'open';
      if (code !== 'transition') return code === 'open' ? null : code;
      return kinds[table.stage[row] ?? -1]?.[table.toStage[row] ?? -1] ?? 'moved';
    },
    isLate: (row) => table.arrival[row] === LATE,
    isKnown: (row) => (table.enteredAt[row] ?? Number.NaN) <= asOf,
  };
}

/** A move that leads on: to the next stage, past it, or to the win. */
export function leadsOn(exit: ExitKind | null): boolean {
  return exit === 'advanced' || exit === 'skipped' || exit === 'won';
}
