import type { EpochMs, PipelineSnapshot } from '@deal-stage-insights/shared';

export interface OwnerRef {
  readonly ownerId: string;
  /** HubSpot's user id: never mixed with the owner id. Null for queues and departed users. */
  readonly userId: string | null;
  readonly teamIds: readonly string[];
  readonly isArchived: boolean;
}

export interface TeamRef {
  readonly teamId: string;
  readonly label: string;
  /** Null: at the top, or HubSpot does not tell. */
  readonly parentTeamId: string | null;
}

/** Who can own deals, and in which teams they are. No names of persons. */
export interface PeopleRef {
  readonly owners: readonly OwnerRef[];
  readonly teams: readonly TeamRef[];
}

export interface AccountRef {
  readonly portalId: string;
  readonly timeZone: string;
  readonly currency: string;
}

/** Snapshots of what HubSpot knows besides deals; each with the instant it was read. */
export interface ReferenceStore {
  readPipelines(): Promise<PipelineSnapshot | null>;
  storePipelines(snapshot: PipelineSnapshot): Promise<void>;
  /** Keeps this snapshot beside those before: HubSpot has no history of stages and of the probabilities typed for them. */
  keepPipelines(snapshot: PipelineSnapshot): Promise<void>;
  /** All that were kept, oldest first; each held from its `readAt` to that of the next. */
  readPipelineHistory(): Promise<readonly PipelineSnapshot[]>;
  readPeople(): Promise<(PeopleRef & { readonly readAt: EpochMs }) | null>;
  storePeople(people: PeopleRef, readAt: EpochMs): Promise<void>;
  readAccount(): Promise<AccountRef | null>;
  storeAccount(account: AccountRef): Promise<void>;
}
