import type { EpochMs, Revision } from '@deal-stage-insights/shared';

/** A whole HubSpot account as data: what the generator and the CSV loader make, and what the simulator serves. */
export interface PortalSeed {
  readonly portalId: string;
  readonly timeZone: string;
  readonly currency: string;
  /** The last instant of the history; local clocks start here when it lies in the past. */
  readonly endsAt: EpochMs;
  readonly teams: readonly SeedTeam[];
  readonly owners: readonly SeedOwner[];
  readonly pipelines: readonly SeedPipeline[];
  readonly deals: Iterable<SeedDeal>;
  /** Known beforehand, for progress bars. */
  readonly dealCount: number;
}

interface SeedTeam {
  readonly teamId: string;
  readonly name: string;
  readonly parentTeamId?: string;
}

export interface SeedOwner {
  readonly ownerId: string;
  readonly userId: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly teamIds: readonly string[];
  readonly isArchived: boolean;
}

export interface SeedPipeline {
  readonly pipelineId: string;
  readonly label: string;
  readonly stages: readonly {
    readonly stageId: string;
    readonly label: string;
    /** HubSpot's metadata: typed probability 0–1 (null where none is known) and whether the stage closes the deal. */
    readonly probability: number | null;
    readonly isClosed: boolean;
  }[];
}

export interface SeedDeal {
  readonly dealId: string;
  readonly createdAt: EpochMs;
  readonly lastModifiedAt: EpochMs;
  /** Current values as HubSpot serves them: strings. `dealstage`, `pipeline`, … included. */
  readonly properties: Readonly<Record<string, string>>;
  /** Histories, oldest first, by property. */
  readonly histories: Readonly<Record<string, readonly Revision[]>>;
}
