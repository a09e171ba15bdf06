import type { PlantedAction } from './planted-actions.ts';

/** What a generated portal is made from: what counting in it must find again, apart from chance. */
export interface PortalTruth {
  readonly pipelines: readonly PipelineTruth[];
  readonly owners: readonly { readonly ownerId: string; readonly pipelineId: string; readonly merit: number }[];
  readonly sources: readonly { readonly source: string; readonly share: number; readonly merit: number }[];
  readonly faults: PlantedFaults;
  readonly actions: readonly PlantedAction[];
  /** Nothing in a pure portal but what the chain itself brings: weak reps, bad sources, zombies, loops, mis-typed stages. */
  readonly situations: readonly Situation[];
}

/** Things that do not come from the chain, and that a careful reader should notice. */
export interface PlantedFaults {
  readonly bulkMove: {
    readonly at: number;
    readonly pipelineId: string;
    readonly fromStageId: string;
    readonly toStageId: string;
    readonly afterDays: number;
  } | null;
  readonly departure: { readonly at: number; readonly ownerId: string; readonly toOwnerId: string } | null;
  /** Deals from before this instant were imported then, without what had been before. */
  readonly importAt: number | null;
  /** Visits that begin from this instant on last longer by this factor, whatever their way out. */
  readonly slowStage: {
    readonly pipelineId: string;
    readonly stageId: string;
    readonly fromAt: number;
    readonly factor: number;
  } | null;
  /** So many of the deals of a pipeline never see this stage, go on to the one after it, and are worth less for it (log-odds). */
  readonly skippedStage: {
    readonly pipelineId: string;
    readonly stageId: string;
    readonly toStageId: string;
    readonly share: number;
    readonly merit: number;
  } | null;
}

/** What is planted in a portal, by name, with the number behind it: each is there to be found by a report or a rule. */
export type Situation =
  | {
      readonly kind: 'slow-stage';
      readonly pipelineId: string;
      readonly stageId: string;
      readonly fromAt: number;
      readonly factor: number;
    }
  | { readonly kind: 'weak-rep'; readonly ownerId: string; readonly pipelineId: string; readonly merit: number }
  | { readonly kind: 'bad-source'; readonly source: string; readonly merit: number }
  | {
      readonly kind: 'mis-typed';
      readonly pipelineId: string;
      readonly stageId: string;
      readonly typed: number;
      readonly measured: number;
    }
  | {
      readonly kind: 'skipped-stage';
      readonly pipelineId: string;
      readonly stageId: string;
      readonly share: number;
      readonly merit: number;
    }
  /** Close dates are typed so many days ahead and pushed by a month whenever they have passed. */
  | { readonly kind: 'pushed-dates'; readonly pipelineId: string; readonly typedAheadDays: number }
  | { readonly kind: 'zombies'; readonly pipelineId: string; readonly stageId: string; readonly share: number }
  | { readonly kind: 'bulk-move'; readonly pipelineId: string; readonly stageId: string; readonly at: number }
  | { readonly kind: 'bulk-import'; readonly at: number }
  /** So many of the wins due in the first days of a quarter are made in the last days of the one before. */
  | { readonly kind: 'quarter-end'; readonly share: number }
  | {
      readonly kind: 're-entry-loop';
      readonly pipelineId: string;
      readonly stageId: string;
      readonly backToStageId: string;
      readonly share: number;
    }
  | { readonly kind: 'owner-change'; readonly at: number; readonly ownerId: string; readonly toOwnerId: string }
  | { readonly kind: 'currency-mix'; readonly currency: string; readonly share: number; readonly rate: number };

export interface PipelineTruth {
  readonly pipelineId: string;
  /** Of a new deal: won before it is lost, ever; deals that are never closed count as not won. */
  readonly winProbability: number;
  /** Open stages in display order. */
  readonly stages: readonly StageTruth[];
}

export interface StageTruth {
  readonly stageId: string;
  /** Visits per deal, up to its first close. */
  readonly visitsPerDeal: number;
  /** Of all visits, by stage id, ever. Without the visits that never end. */
  readonly exitShares: Readonly<Record<string, number>>;
  readonly neverExitsShare: number;
  /** From entering the stage: won before lost, ever. */
  readonly winProbability: number;
  /** Share of visits that have left to `toStageId` within `days`: the true cumulative incidence. */
  readonly exitShareWithin: (toStageId: string, days: number) => number;
  /** Share of visits that last longer than `days`: the true survival curve. */
  readonly stillThereAfter: (days: number) => number;
}
