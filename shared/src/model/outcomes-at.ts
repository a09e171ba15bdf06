import type { Estimate, Insufficient } from '../contract/estimate.ts';
import type { StageExit } from '../contract/stages-report.ts';
import { DAY_MS } from '../history/instant.ts';
import { sorted } from '../history/order.ts';
import { ageBin } from './age-bins.ts';
import { chanceEstimate } from './chance-estimate.ts';
import { endsAfter } from './destinations.ts';
import { exitShare } from './exit-shares.ts';
import type { PipelineModel, StageModel } from './pipeline-model.ts';
import { ENOUGH_EXITS_FOR_DWELL } from './stage-dwell.ts';
import { stageHazards } from './stage-hazards.ts';

export type ExitOutcomeKind = Exclude<StageExit['kind'], 'merged' | 'deleted'>;

/** One way out of a stage. */
export interface Outcome {
  readonly kind: ExitOutcomeKind;
  /** The next stage; null where it does not matter which: won, lost, another pipeline. */
  readonly toStageId: string | null;
  /** Left this way by each of the days asked for. */
  readonly shares: readonly Estimate[];
}

/** What becomes of a visit, day by day: the shares of all kinds and of those still there sum to 1 on each day. */
export interface Outcomes {
  /** Visits that were still there at the deal's age. */
  readonly n: number;
  /** From now, as asked. */
  readonly days: readonly number[];
  /** By kind, `toStageId` null; kinds that were never seen are left out. */
  readonly kinds: readonly Outcome[];
  /** By destination, the most likely by the last day first; never seen ones are left out. */
  readonly ways: readonly Outcome[];
  readonly stillThere: readonly Estimate[];
}

/**
 * What is likely next for a deal that has been in a stage for so long? The shares of comparable visits that by day h had
 * advanced, skipped, gone back, been won, lost or moved to another pipeline, or were still there: competing risks on the
 * stage's life table, given that the deal is still there at its age. It is the first exit that counts, not where deals end.
 * Open visits count as "at least this long". 95 % intervals: Wilson's, for as many trials as each share is worth.
 *
 * Insufficient with fewer than 10 finished visits. Null for a stage that the model does not know (nobody was ever there, or
 * it is closed).
 * @example outcomesAt(model, 'proposal', 14 * DAY_MS, [7, 30])?.kinds[0] // { kind: 'advanced', shares: [0.21 …, 0.48 …] }
 */
export function outcomesAt(
  model: PipelineModel,
  stageId: string,
  ageMs: number,
  days: readonly number[],
): Outcomes | Insufficient | null {
  const stage = model.stages.find((each) => each.stageId === stageId);
  if (stage === undefined) return null;
  const { exits } = stage.dwell;
  if (exits < ENOUGH_EXITS_FOR_DWELL) return { kind: 'insufficient', n: exits, needed: ENOUGH_EXITS_FOR_DWELL };
  const hazards = stageHazards(stage.life);
  const fromMs = Math.max(0, ageMs);
  const n = hazards.atRisk[ageBin(fromMs)] ?? 0;
  const sharesOf = (group: ReadonlySet<number>, stays = false): readonly Estimate[] =>
    days.map((day) => {
      const { value, trials } = exitShare(hazards, group, { fromMs, toMs: fromMs + Math.max(0, day) * DAY_MS });
      return chanceEstimate(stays ? 1 - value : value, { trials, n });
    });
  const seen = waysSeen(model, stage);
  const ways = seen.map(({ destination, ...way }) => ({ ...way, shares: sharesOf(new Set([destination])) }));
  const kinds = [...new Set(seen.map(({ kind }) => kind))].map((kind) => {
    const group = seen.filter((way) => way.kind === kind).map(({ destination }) => destination);
    return { kind, toStageId: null, shares: sharesOf(new Set(group)) };
  });
  const all = new Set(seen.map(({ destination }) => destination));
  return {
    n,
    days,
    kinds: sorted(kinds, byLastShare),
    ways: sorted(ways, byLastShare),
    stillThere: sharesOf(all, true),
  };
}

interface WaySeen extends Pick<Outcome, 'kind' | 'toStageId'> {
  readonly destination: number;
}

/** The destinations of the life table with the kinds that the exits of the stage were told by. */
function waysSeen({ stages }: PipelineModel, { life, exits }: StageModel): readonly WaySeen[] {
  const { won, lost, elsewhere } = endsAfter(stages.length);
  const wayTo = (destination: number): Pick<Outcome, 'kind' | 'toStageId'> => {
    if (destination === won) return { kind: 'won', toStageId: null };
    if (destination === lost) return { kind: 'lost', toStageId: null };
    if (destination === elsewhere) return { kind: 'moved', toStageId: null };
    const toStageId = stages[destination]?.stageId ?? null;
    return { kind: kindOf(exits.find((exit) => exit.toStageId === toStageId)?.kind), toStageId };
  };
  return life.exits.flatMap((counts, destination) =>
    counts.some((count) => count > 0) ? [{ destination, ...wayTo(destination) }] : [],
  );
}

function kindOf(kind: StageExit['kind'] | undefined): ExitOutcomeKind {
  return kind === undefined || kind === 'merged' || kind === 'deleted' ? 'advanced' : kind;
}

function byLastShare(a: Outcome, b: Outcome): number {
  return lastOf(b) - lastOf(a);
}

function lastOf({ shares }: Outcome): number {
  const last = shares.at(-1);
  return last?.kind === 'estimate' ? last.value : 0;
}
