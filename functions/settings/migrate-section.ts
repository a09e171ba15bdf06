import type { SettingsSection } from '@deal-stage-insights/shared';
import { AppError } from '../errors.ts';

/** Makes the next form of a section's value out of one form. */
export type Migration = (section: SettingsSection, value: unknown) => unknown;

/** The first makes form 2 out of form 1, and so on: SETTINGS_SCHEMA_VERSION is one more than these. */
const MIGRATIONS: readonly Migration[] = [];

interface StoredForm {
  readonly section: SettingsSection;
  readonly schemaVersion: number;
  readonly value: unknown;
}

/** The value in the present form. What a newer version of the app stored is refused: its meaning is not known here. */
export function migrateSection(
  { section, schemaVersion, value }: StoredForm,
  migrations: readonly Migration[] = MIGRATIONS,
): unknown {
  const newest = migrations.length + 1;
  if (schemaVersion > newest) {
    throw new AppError(
      'conflict',
      `The settings "${section}" were stored by a newer version of the app, in form ${schemaVersion}; this version knows forms up to ${newest}. Deploy the newer version again.`,
    );
  }
  return migrations.slice(schemaVersion - 1).reduce((form, migrate) => migrate(section, form), value);
}
