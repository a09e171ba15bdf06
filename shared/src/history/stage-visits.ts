import { ownedUntil } from './change-column.ts';
import { exitKindOf } from './exit-kind.ts';
import type { EpochMs } from './instant.ts';
import { lastWhile } from './order.ts';
import type { IndexedStage, PipelineIndex } from './pipeline-index.ts';
import type { Change, StageVisit } from './timeline.ts';
import type { ExitCode } from './visit-table.ts';

/** HubSpot writes the first stage within moments of the creation; what begins later began where we cannot see. */
const FIRST_ENTRY_TOLERANCE_MS = 60_000;

/** How and when the deal's life ended at HubSpot. */
export interface LifeEnd {
  readonly exit: 'merged' | 'deleted';
  readonly at: EpochMs;
}

export interface StageLife {
  /** Changes of stage, oldest first, no empty value, no repeat. */
  readonly changes: readonly Change<string>[];
  readonly owners: readonly Change<string>[];
  readonly createdAt: EpochMs | null;
  readonly beginsAtMerge: boolean;
  readonly end: LifeEnd | null;
}

/** One visit a change; see `foldDeal` for the rules. */
export function stageVisits(life: StageLife, index: PipelineIndex): readonly StageVisit[] {
  const { end } = life;
  const changes = end === null ? life.changes : life.changes.filter(({ at }) => at < end.at);
  const known = changes.map(({ value }) => index.stages.get(value));
  const pipelineIds = pipelinesOf(known);
  const visits: StageVisit[] = [];
  let episode = 1;
  for (const [position, change] of changes.entries()) {
    const next = changes[position + 1];
    const exitedAt = next?.at ?? end?.at ?? null;
    const isLate = position === 0 && beginsLate(change, life);
    if (position > 0 && isReopening(known[position - 1], known[position])) episode += 1;
    visits.push({
      pipelineId: pipelineIds[position] ?? '',
      stageId: change.value,
      role: known[position]?.stage.role ?? 'open',
      enteredAt: change.at,
      exitedAt,
      exit: exitOf(position, pipelineIds, end),
      toStageId: next?.value ?? null,
      arrival: isLate ? 'late' : 'entered',
      origin: change.origin,
      observedFromMs: isLate ? Math.max(0, change.at - (life.createdAt ?? change.at)) : 0,
      ownerId: ownerAt(life.owners, ownedUntil(change.at, exitedAt)),
      visitNumber: 1 + visits.filter(({ stageId }) => stageId === change.value).length,
      episode,
      isRegression: isRegression(changes, position, index),
      isSkip: exitedAt === change.at,
    });
  }
  return visits;
}

function beginsLate({ at, origin }: Change<string>, { createdAt, beginsAtMerge }: StageLife): boolean {
  return beginsAtMerge || origin === 'import' || (createdAt !== null && at - createdAt > FIRST_ENTRY_TOLERANCE_MS);
}

/** The pipeline of each stage; stages that are not listed belong where the deal was before, else where it goes next. */
function pipelinesOf(known: readonly (IndexedStage | undefined)[]): readonly string[] {
  let before = known.find((stage) => stage !== undefined)?.pipelineId ?? '';
  return known.map((stage) => {
    before = stage?.pipelineId ?? before;
    return before;
  });
}

function exitOf(position: number, pipelineIds: readonly string[], end: LifeEnd | null): ExitCode {
  const next = pipelineIds[position + 1];
  if (next === undefined) return end?.exit ?? 'open';
  return next === pipelineIds[position] ? 'transition' : 'moved';
}

function isReopening(from: IndexedStage | undefined, to: IndexedStage | undefined): boolean {
  const fromRole = from?.stage.role;
  const toRole = to?.stage.role ?? 'open';
  return (fromRole === 'won' || fromRole === 'lost') && (toRole === 'open' || toRole === 'parked');
}

function isRegression(changes: readonly Change<string>[], position: number, index: PipelineIndex): boolean {
  const from = changes[position - 1]?.value;
  const to = changes[position]?.value;
  if (from === undefined || to === undefined) return false;
  const [before, after] = [index.stages.get(from), index.stages.get(to)];
  if (before?.pipelineId !== after?.pipelineId || after?.stage.role !== 'open') return false;
  return exitKindOf(from, to, index) === 'back';
}

function ownerAt(owners: readonly Change<string>[], at: EpochMs): string {
  return lastWhile(owners, (change) => change.at <= at)?.value ?? '';
}
