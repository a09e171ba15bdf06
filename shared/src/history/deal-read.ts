import type { EpochMs } from './instant.ts';

/** The deal properties whose history is kept. The pipeline follows from the stage id, which is unique in an account. */
export const TRACKED_PROPERTIES = ['dealstage', 'hubspot_owner_id', 'amount', 'closedate'] as const;
export type TrackedProperty = (typeof TRACKED_PROPERTIES)[number];

/** HubSpot caps the stored revisions of a deal property; a window of this size is never taken as complete. */
export const REVISION_CAP = 20;

/** One revision as HubSpot stored it. `value` stays raw here and is normalised in the fold. */
export interface Revision {
  readonly at: EpochMs;
  readonly value: string;
  /** HubSpot's `sourceType`, raw (for example `CRM_UI`, `IMPORT`, `AUTOMATION_PLATFORM`). */
  readonly sourceType: string;
}

/** Properties without kept history, as of the newest version read. Null means unset at HubSpot. */
export type Facts = Readonly<Record<string, string | null>>;

/**
 * What one read of one deal at HubSpot said.
 * `missing`: HubSpot does not know the id. `deleted`: it lies in the recycling bin. `merged`: asking for this id answers another deal.
 */
export type DealRead =
  | {
      readonly kind: 'present';
      readonly dealId: string;
      readonly readAt: EpochMs;
      readonly createdAt: EpochMs;
      /** HubSpot's `hs_lastmodifieddate`: the version that was read. Reads are put in order by it, not by when they were made. */
      readonly lastModifiedAt: EpochMs;
      /** In any order, but revisions of one instant in the order in which they happened: the last one leads on. */
      readonly histories: Readonly<Record<TrackedProperty, readonly Revision[]>>;
      readonly facts: Facts;
      /** Ids of deals that were merged into this one. */
      readonly mergedDealIds: readonly string[];
      /** When the newest of these merges was; null where HubSpot does not say, or nothing was merged. */
      readonly mergedAt: EpochMs | null;
    }
  | { readonly kind: 'missing'; readonly dealId: string; readonly readAt: EpochMs }
  | { readonly kind: 'deleted'; readonly dealId: string; readonly readAt: EpochMs; readonly deletedAt: EpochMs }
  | {
      readonly kind: 'merged';
      readonly dealId: string;
      readonly readAt: EpochMs;
      readonly mergedAt: EpochMs;
      readonly intoDealId: string;
    };

export type PresentRead = Extract<DealRead, { kind: 'present' }>;
