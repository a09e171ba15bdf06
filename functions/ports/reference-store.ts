import type { EpochMs, PipelineSnapshot } from '@deal-stage-insights/shared';

export interface OwnerRef {
  readonly ownerId: string;
  /** HubSpot's user id: never mixed with the owner id. Null for queues and departed users. */
  readonly userId: string | null;
  readonly teamIds: readonly string[];
  readonly isArchived: boolean;
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
  readOwners(): Promise<{ readonly readAt: EpochMs; readonly owners: readonly OwnerRef[] } | null>;
  storeOwners(owners: readonly OwnerRef[], readAt: EpochMs): Promise<void>;
  readAccount(): Promise<AccountRef | null>;
  storeAccount(account: AccountRef): Promise<void>;
}
