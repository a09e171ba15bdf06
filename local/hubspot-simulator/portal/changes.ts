import type { EpochMs } from '@deal-stage-insights/shared';

/** Everything that can happen to deals. The journal holds these, one a line, and replays them at the next start. */
export type Change = DealWrite | DealMark | DealMerge | TaskCreation;

export interface DealWrite {
  readonly kind: 'create' | 'update';
  readonly at: EpochMs;
  readonly dealId: string;
  /** Empty string: cleared. */
  readonly properties: Readonly<Record<string, string>>;
  /** HubSpot's word for who did it, for example `CRM_UI`, `INTEGRATION`, `AUTOMATION_PLATFORM`. */
  readonly sourceType: string;
}

interface DealMark {
  readonly kind: 'archive' | 'restore';
  readonly at: EpochMs;
  readonly dealId: string;
}

export interface DealMerge {
  readonly kind: 'merge';
  readonly at: EpochMs;
  readonly dealId: string;
  readonly loserId: string;
}

export interface TaskCreation {
  readonly kind: 'task';
  readonly at: EpochMs;
  readonly taskId: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly dealIds: readonly string[];
}
