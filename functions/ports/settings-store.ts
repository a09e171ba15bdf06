import type { EpochMs, Settings, SettingsSection } from '@deal-stage-insights/shared';

/** One section as it stands, or stood. Version 0: never changed, so it holds the default. */
export interface SectionState<S extends SettingsSection = SettingsSection> {
  readonly version: number;
  readonly changedAt: EpochMs | null;
  /** HubSpot's user id. */
  readonly changedByUserId: string | null;
  readonly value: Settings[S];
}

/** All sections at once. */
export type SettingsState = { readonly [S in SettingsSection]: SectionState<S> };

interface SectionUpdate<S extends SettingsSection> {
  readonly section: S;
  readonly value: Settings[S];
  readonly changedAt: EpochMs;
  readonly changedByUserId: string;
}

/** Settings in their present form: older forms are migrated when read, newer ones are refused with `conflict`. */
export interface SettingsStore {
  /** Strongly consistent, because rollup judges by it whether a report it stored is still current. */
  readSettings(): Promise<SettingsState>;
  /** Stores when the section still has `expectedVersion`, else answers `lost-race`. What it replaces goes into its history. */
  storeSection<S extends SettingsSection>(
    update: SectionUpdate<S>,
    expectedVersion: number,
  ): Promise<'stored' | 'lost-race'>;
  /** The states of the section that changes led to, newest first: the present one and at most fifty before it. */
  readHistory(section: SettingsSection): Promise<readonly SectionState[]>;
  /** Takes a manager out of what the section `managers` was before. Answers how many states named this one. */
  forgetManager(user: string): Promise<number>;
}
