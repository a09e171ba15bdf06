import type { PreviewUser } from './options.ts';

/** Where this server answers for the backend's public address, which is nowhere on the internet. */
export const PUBLIC_PATH = '/public';

/** A card, the app's pages or its settings page, as its meta file describes it. */
export interface ExtensionInfo {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  /** `crm.record.tab`, `crm.record.sidebar`, …; `pages` and `settings` for the entries that are no cards. */
  readonly location: string;
  readonly bundleUrl: string;
}

/** What the page is told once, when it opens. */
export interface PageConfig {
  readonly portalId: string;
  readonly appId: string;
  readonly appName: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly readOnly: boolean;
  readonly users: readonly PreviewUser[];
  readonly extensions: readonly ExtensionInfo[];
  /** The profile's variables, as cards find them in `context.variables`. */
  readonly variables: Readonly<Record<string, string | number | boolean>>;
}

interface RecordStage {
  readonly stageId: string;
  readonly label: string;
}

interface RecordPipeline {
  readonly pipelineId: string;
  readonly label: string;
  readonly stages: readonly RecordStage[];
}

/** What the record page knows of the account. */
export interface RecordAccount {
  readonly pipelines: readonly RecordPipeline[];
  readonly owners: readonly { readonly ownerId: string; readonly name: string }[];
}

/** A deal as HubSpot's API serves it. */
export interface RecordDeal {
  readonly dealId: string;
  readonly properties: Readonly<Record<string, string | null>>;
}
