import { type SectionAnswer, SETTINGS_SCHEMA_VERSION, type SettingsSection } from '@deal-stage-insights/shared';
import type { SectionState } from '../ports/settings-store.ts';

export function sectionAnswer<S extends SettingsSection>(section: S, state: SectionState<S>): SectionAnswer<S> {
  const { version, changedAt, changedByUserId, value } = state;
  return { section, schemaVersion: SETTINGS_SCHEMA_VERSION, version, changedAt, changedByUserId, value };
}
