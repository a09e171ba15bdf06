import type { StageExit } from '../contract/stages-report.ts';
import { exitKindOf } from '../history/exit-kind.ts';
import type { EpochMs } from '../history/instant.ts';
import { compareText } from '../history/order.ts';
import type { PipelineIndex } from '../history/pipeline-index.ts';
import { EXIT_CODES, type VisitTable } from '../history/visit-table.ts';

/**
 * Where the visits of each stage went by an instant, counted: by stage id, the most frequent first. Visits with an unknown
 * beginning count too: that they left is known.
 */
export function stageExits(
  table: VisitTable,
  index: PipelineIndex,
  asOf: EpochMs,
): ReadonlyMap<string, readonly StageExit[]> {
  const exits = new Map<string, StageExit[]>();
  for (const [cell, count] of countsByCell(table, asOf)) {
    const { from, exit } = exitOfCell(cell, table.stageIds, index);
    const list = exits.get(from) ?? [];
    list.push({ ...exit, count });
    exits.set(from, list);
  }
  for (const list of exits.values()) list.sort(byCount);
  return exits;
}

/** A cell is (stage, exit code, next stage + 1) in one number: a million rows make no objects. */
function countsByCell(table: VisitTable, asOf: EpochMs): ReadonlyMap<number, number> {
  const width = table.stageIds.length + 1;
  const counts = new Map<number, number>();
  for (let row = 0; row < table.length; row += 1) {
    if (!((table.exitedAt[row] ?? Number.NaN) <= asOf)) continue;
    const codes = (table.stage[row] ?? 0) * EXIT_CODES.length + (table.exit[row] ?? 0);
    const cell = codes * width + (table.toStage[row] ?? -1) + 1;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return counts;
}

function exitOfCell(cell: number, stageIds: readonly string[], index: PipelineIndex) {
  const codes = Math.floor(cell / (stageIds.length + 1));
  const from = stageIds[Math.floor(codes / EXIT_CODES.length)] ?? '';
  const code = EXIT_CODES[codes % EXIT_CODES.length];
  const toStageId = stageIds[(cell % (stageIds.length + 1)) - 1];
  if (code === 'merged' || code === 'deleted') return { from, exit: { toStageId: null, kind: code } };
  if (toStageId === undefined) return { from, exit: { toStageId: null, kind: 'moved' as const } };
  return { from, exit: { toStageId, kind: exitKindOf(from, toStageId, index) } };
}

function byCount(a: StageExit, b: StageExit): number {
  return b.count - a.count || compareText(a.toStageId ?? '', b.toStageId ?? '') || compareText(a.kind, b.kind);
}
