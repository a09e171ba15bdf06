/** What a generated portal is made from: what counting in it must find again, apart from chance. */
export interface PortalTruth {
  readonly pipelines: readonly PipelineTruth[];
  readonly owners: readonly { readonly ownerId: string; readonly pipelineId: string; readonly merit: number }[];
  readonly sources: readonly { readonly source: string; readonly share: number; readonly merit: number }[];
  readonly faults: PlantedFaults;
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
}

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
