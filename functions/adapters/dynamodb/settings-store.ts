import { DEFAULT_SETTINGS, SETTINGS_SCHEMA_VERSION, type SettingsSection } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import type { SectionState, SettingsState, SettingsStore } from '../../ports/settings-store.ts';
import { migrateSection } from '../../settings/migrate-section.ts';
import { SECTION_SCHEMAS } from '../../settings/section-schemas.ts';
import { getItem, type Item, parseItem, putItem, putItemAfter, queryItems, unreadable } from './items.ts';
import type { Table } from './table.ts';

const KEPT_CHANGES = 50;

const sectionSchema = z.object({
  version: z.int().check(z.minimum(1)),
  schemaVersion: z.int().check(z.minimum(1)),
  changedAt: z.number(),
  changedByUserId: z.string(),
  json: z.string(),
});

export function dynamoSettingsStore(table: Table): SettingsStore {
  const { keys } = table;

  /** What is about to be replaced. Written again after a crash it is the same; the slots go round, so they never grow. */
  const keep = async (section: SettingsSection, version: number): Promise<void> => {
    const item = await getItem(table, keys.settings(section), { isConsistent: true });
    if (item === null || parseItem(sectionSchema, item).version !== version) return;
    await putItem(table, { ...parseItem(sectionSchema, item), ...keys.pastSettings(section, version % KEPT_CHANGES) });
  };

  return {
    async readSettings() {
      const items = await queryItems(table, keys.allSettings, { isConsistent: true });
      const found = new Map(items.map((item) => [item.sk, item]));
      const state = <S extends SettingsSection>(section: S) => stateOf(section, found.get(section));
      return {
        stages: state('stages'),
        criteria: state('criteria'),
        calendar: state('calendar'),
        horizons: state('horizons'),
        targets: state('targets'),
        segments: state('segments'),
        testDeals: state('testDeals'),
        managers: state('managers'),
        visibility: state('visibility'),
        rules: state('rules'),
        actions: state('actions'),
      } satisfies SettingsState;
    },

    async storeSection({ section, value, changedAt, changedByUserId }, expectedVersion) {
      if (expectedVersion > 0) await keep(section, expectedVersion);
      const item = {
        ...keys.settings(section),
        version: expectedVersion + 1,
        schemaVersion: SETTINGS_SCHEMA_VERSION,
        changedAt,
        changedByUserId,
        json: JSON.stringify(value),
      };
      return putItemAfter(table, item, { counter: 'version', expected: expectedVersion });
    },

    async forgetManager(user) {
      const items = await queryItems(table, keys.pastSettingsOf('managers'), { isConsistent: true });
      const naming = items.filter((item) => withoutManager(item, user) !== null);
      await Promise.all(naming.map((item) => putItem(table, { ...item, json: withoutManager(item, user) })));
      return naming.length;
    },

    async readHistory(section) {
      const [present, past] = await Promise.all([
        getItem(table, keys.settings(section), { isConsistent: true }),
        queryItems(table, keys.pastSettingsOf(section), { isConsistent: true }),
      ]);
      const states = [...(present === null ? [] : [present]), ...past].map((item) => stateOf(section, item));
      // A change that lost its race leaves the present state among the past ones too.
      const byVersion = new Map(states.map((state) => [state.version, state]));
      return [...byVersion.values()].toSorted((one, other) => other.version - one.version);
    },
  };
}

const managersSchema = z.looseObject({ managers: z.array(z.looseObject({ user: z.string() })) });

/** The section's JSON without this manager; null where it does not name this one. */
function withoutManager(item: Item, user: string): string | null {
  const value = managersSchema.parse(JSON.parse(parseItem(sectionSchema, item).json));
  const managers = value.managers.filter((manager) => manager.user.toLowerCase() !== user.toLowerCase());
  return managers.length < value.managers.length ? JSON.stringify({ ...value, managers }) : null;
}

function stateOf<S extends SettingsSection>(section: S, item: Item | undefined): SectionState<S> {
  if (item === undefined)
    return { version: 0, changedAt: null, changedByUserId: null, value: DEFAULT_SETTINGS[section] };
  const { version, schemaVersion, changedAt, changedByUserId, json } = parseItem(sectionSchema, item);
  const migrated = migrateSection({ section, schemaVersion, value: JSON.parse(json) });
  const parsed = SECTION_SCHEMAS[section]().safeParse(migrated);
  if (!parsed.success) throw unreadable(item, parsed.error);
  return { version, changedAt, changedByUserId, value: parsed.data };
}
