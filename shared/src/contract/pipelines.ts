import type { Bilingual } from './hints.ts';

/** What a stage means for the life of a deal. `won` and `lost` come from HubSpot's metadata, an admin may override. */
export type StageRole = 'open' | 'parked' | 'won' | 'lost' | 'post-win';

export interface StageView {
  readonly stageId: string;
  readonly label: string;
  readonly role: StageRole;
  readonly displayOrder: number;
  /** The probability an admin typed for the stage in HubSpot, 0–1; null when unreadable. */
  readonly typedProbability: number | null;
  /** True for a stage that history mentions but HubSpot no longer lists. */
  readonly isUnknown: boolean;
}

export interface PipelineView {
  readonly pipelineId: string;
  readonly label: string;
  readonly stages: readonly StageView[];
}

/** Answer of `GET /v1/pipelines`. */
export interface PipelineList {
  readonly asOf: number;
  readonly pipelines: readonly PipelineView[];
  /** Null where the API does not tell them yet. */
  readonly values: PropertyValues | null;
}

/** HubSpot's own values of the properties that a reader filters by; a deal may have others. */
export interface PropertyValues {
  readonly dealType: readonly PropertyValue[];
  readonly source: readonly PropertyValue[];
}

export interface PropertyValue {
  readonly value: string;
  readonly name: Bilingual;
}
