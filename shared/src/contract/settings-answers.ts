import type { StageRole } from './pipelines.ts';
import type { ExitCriterion, ExpectedOutcome, Settings, SettingsSection } from './settings.ts';

/** Form of the stored sections. Older ones are migrated when read; a newer one is refused with a clear answer. */
export const SETTINGS_SCHEMA_VERSION = 1;

/** Answer of `GET` and `PUT /v1/settings/{section}`. */
export interface SectionAnswer<S extends SettingsSection = SettingsSection> {
  readonly section: S;
  readonly schemaVersion: number;
  /** Counts the changes; 0: never changed, so the value is the default. A change names the version it was made from. */
  readonly version: number;
  readonly changedAt: number | null;
  /** HubSpot's user id. */
  readonly changedByUserId: string | null;
  readonly value: Settings[S];
}

/** Body of `PUT /v1/settings/{section}`. Answered by `conflict` when the section was changed since `version`. */
export interface SectionChange<S extends SettingsSection = SettingsSection> {
  readonly version: number;
  readonly value: Settings[S];
}

/** Answer of `GET /v1/settings/{section}/history`: the newest first, at most the last fifty changes. */
export interface SectionHistory {
  readonly section: SettingsSection;
  readonly changes: readonly RecordedChange[];
}

export interface RecordedChange {
  readonly version: number;
  readonly changedAt: number;
  readonly changedByUserId: string;
  /** Null where the value before is no longer kept. */
  readonly before: Settings[SettingsSection] | null;
  readonly after: Settings[SettingsSection];
}

export type TemplateId = 'b2b' | 'b2c' | 'collaborative';
export type TemplateLanguage = 'en' | 'fr';

/** Answer of `GET /v1/settings/templates?language`. */
export interface TemplateList {
  readonly templates: readonly SettingsTemplate[];
}

/** A way of selling as importable settings: what each stage is for, what it should bring, and how it is counted. */
export interface SettingsTemplate {
  readonly templateId: TemplateId;
  readonly label: string;
  readonly about: string;
  readonly stages: readonly TemplateStage[];
}

export interface TemplateStage {
  /** Names the stage within the template, in every language. */
  readonly key: string;
  readonly label: string;
  readonly role: StageRole;
  readonly expectedDays: number | null;
  readonly guide: string;
  readonly exitCriteria: readonly ExitCriterion[];
  readonly expectedOutcome: ExpectedOutcome | null;
}

/** Body of `POST /v1/settings/templates/{templateId}`: writes the sections `stages` and `criteria` for the stages named. */
export interface TemplateApplication {
  readonly language: TemplateLanguage;
  readonly pipelineId: string;
  /** By stage id of the pipeline: the key of the template's stage that it stands for. Others stay as they are. */
  readonly stages: Readonly<Record<string, string>>;
  /** The versions of both sections that the page has seen. */
  readonly versions: { readonly stages: number; readonly criteria: number };
}

/** Answer of it. */
export interface TemplateApplied {
  readonly stages: SectionAnswer<'stages'>;
  readonly criteria: SectionAnswer<'criteria'>;
}
