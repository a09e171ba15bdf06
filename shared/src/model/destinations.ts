import type { PipelineView, StageRole } from '../contract/pipelines.ts';

/**
 * The live stages of a pipeline (open and parked), and where a visit can lead: to one of them, or to one of three ends.
 * Destinations are numbered: the live stages in their order, then won, lost, elsewhere (another pipeline).
 */
export interface Destinations extends NumberedStages {
  /** The destination that a stage is. */
  of(stageId: string): number;
}

export interface NumberedStages extends Ends {
  readonly liveStageIds: readonly string[];
}

/** The numbers of the destinations that are no live stage, and how many destinations there are. */
export interface Ends {
  readonly won: number;
  readonly lost: number;
  readonly elsewhere: number;
  readonly count: number;
}

/**
 * Numbers the destinations of a pipeline for the stages that its history mentions; post-win stages count as won. Stages that
 * are not listed any more are open and come last, in the order of their ids.
 */
export function destinationsOf(pipeline: PipelineView, mentioned: Iterable<string>): Destinations {
  const roles = new Map(pipeline.stages.map(({ stageId, role }) => [stageId, role]));
  const listed = [...pipeline.stages]
    .filter(({ role }) => isLive(role))
    .sort((a, b) => a.displayOrder - b.displayOrder);
  const seen = new Set(mentioned);
  const unlisted = [...seen].filter((stageId) => !roles.has(stageId)).sort();
  const liveStageIds = [...listed.map(({ stageId }) => stageId).filter((stageId) => seen.has(stageId)), ...unlisted];
  const live = new Map(liveStageIds.map((stageId, index) => [stageId, index]));
  const ends = endsAfter(liveStageIds.length);
  return {
    liveStageIds,
    ...ends,
    of: (stageId) => live.get(stageId) ?? (roles.get(stageId) === 'lost' ? ends.lost : ends.won),
  };
}

/** The ends of a pipeline with so many live stages. */
export function endsAfter(live: number): Ends {
  return { won: live, lost: live + 1, elsewhere: live + 2, count: live + 3 };
}

export function isLive(role: StageRole): boolean {
  return role === 'open' || role === 'parked';
}
