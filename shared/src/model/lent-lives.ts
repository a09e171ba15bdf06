import type { PipelineView } from '../contract/pipelines.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import { sorted } from '../history/order.ts';
import type { VisitTable } from '../history/visit-table.ts';
import type { Foretold } from './borrow-life.ts';
import { destinationsOf } from './destinations.ts';
import { type KindLife, kindLife } from './kind-life.ts';
import { stageLife } from './life-table.ts';
import { ENOUGH_FOLLOWED, stageSamples } from './stage-sample.ts';
import { kindOf, stageWays } from './stage-ways.ts';

/** An open stage as the portal's other pipelines may borrow it: plain numbers. */
export interface LentStage {
  /** Of the way from the first open stage (0) to the last (1). */
  readonly place: number;
  /** Visits watched for the whole horizon. */
  readonly followed: number;
  /** Still there when last seen, by age bin; those that left, by kind of exit and age bin. */
  readonly censored: readonly number[];
  readonly exits: readonly (readonly number[])[];
}

/** What a pipeline lends; none of its stages are named. */
export interface LentPipeline {
  readonly pipelineId: string;
  readonly stages: readonly LentStage[];
}

/** Of the pipelines that have most to lend so many are asked: more say nothing new, and each borrower keeps its own copy. */
const MOST_LENDERS = 12;

export interface LendingQuestion {
  readonly table: VisitTable;
  readonly pipeline: PipelineView;
  readonly asOf: EpochMs;
  readonly horizonDays: number;
}

/** The stages of a pipeline that have enough visits to stand on their own, as others may borrow them; none where nobody was ever won. */
export function lentPipeline({ table, pipeline, asOf, horizonDays }: LendingQuestion): LentPipeline {
  const destinations = destinationsOf(pipeline, table.stageIds);
  const ways = stageWays(destinations, pipeline);
  const samples = stageSamples(table, destinations, { asOf, horizonMs: horizonDays * DAY_MS });
  const isAnyWon = samples.some(({ event }) => event.includes(destinations.won + 1));
  const stages = samples.flatMap((sample, stage): readonly LentStage[] => {
    const way = ways[stage] ?? null;
    if (way === null || !isAnyWon || sample.followed < ENOUGH_FOLLOWED) return [];
    const life = kindLife(stageLife(sample, destinations.count), (k) => kindOf(k, way, destinations));
    const column = (counts: Float64Array): readonly number[] => [...counts.subarray(0, life.reached)];
    return [
      {
        place: way.place,
        followed: sample.followed,
        censored: column(life.censored),
        exits: life.exits.map(column),
      },
    ];
  });
  return { pipelineId: pipeline.pipelineId, stages };
}

/** The pipelines that have most to lend to one of them. */
export function lendersTo(pipelineId: string, all: readonly LentPipeline[]): readonly LentPipeline[] {
  const worth = ({ stages }: LentPipeline): number => stages.reduce((sum, { followed }) => sum + followed, 0);
  const lenders = all.filter((each) => each.pipelineId !== pipelineId && each.stages.length > 0);
  return sorted(lenders, (a, b) => worth(b) - worth(a)).slice(0, MOST_LENDERS);
}

/** An open stage of the pipeline that borrows. */
interface Step {
  readonly own: KindLife;
  readonly place: number;
}

/** What a portal's other pipelines hold beside a pipeline's own stages. */
interface LentBeside {
  /** All stages, each beside those at its place in all pipelines but its own. */
  readonly asked: readonly Foretold[];
  /** Of each lending pipeline the stage that is nearest to a place. */
  readonly lifeAt: (place: number) => readonly KindLife[];
  /** Of the lending stage that most is known of. */
  readonly followed: number;
}

export function lentBeside(own: readonly Step[], lent: readonly LentPipeline[]): LentBeside {
  const pipelines = lent.map(({ stages }) =>
    stages.map((stage): Step => ({ own: kindLife(stage, (kind) => kind), place: stage.place })),
  );
  const nearestIn = (some: readonly (readonly Step[])[], place: number): readonly KindLife[] =>
    some.flatMap((steps) => {
      const nearest = nearestTo(place, steps);
      return nearest === null ? [] : [nearest.own];
    });
  const asked = [...pipelines, own].flatMap((steps) => {
    const others = pipelines.filter((each) => each !== steps);
    return steps.map((step): Foretold => ({ own: step.own, by: nearestIn(others, step.place) }));
  });
  return {
    asked: asked.filter(({ own: { visits } }) => visits > 0),
    lifeAt: (place) => nearestIn(pipelines, place),
    followed: Math.max(0, ...lent.flatMap(({ stages }) => stages.map(({ followed }) => followed))),
  };
}

function nearestTo(place: number, steps: readonly Step[]): Step | null {
  return steps.reduce<Step | null>(
    (best, step) => (best === null || Math.abs(step.place - place) < Math.abs(best.place - place) - 1e-9 ? step : best),
    null,
  );
}
