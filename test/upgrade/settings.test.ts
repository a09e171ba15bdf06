import { DEFAULT_SETTINGS, SETTINGS_SCHEMA_VERSION } from '@deal-stage-insights/shared';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putItem } from '../../functions/adapters/dynamodb/items.ts';
import { dynamoSettingsStore } from '../../functions/adapters/dynamodb/settings-store.ts';
import { migrateSection } from '../../functions/settings/migrate-section.ts';
import { startEngine, type TestEngine } from '../support/dynalite.ts';
import { RECORDED_FOLDER } from './support/recorded-state.ts';

interface Stored {
  readonly section: string;
  readonly schemaVersion: number;
  readonly version: number;
  readonly changedAt: number;
  readonly changedByUserId: string;
  readonly json: string;
}

/** Sections that the recorded version did not know: they hold what holds until an admin says otherwise. */
const SINCE_THEN = ['actions'];

const recorded = readdirSync(RECORDED_FOLDER).filter((name) => name.startsWith('settings-'));
const read = (name: string): readonly Stored[] => JSON.parse(readFileSync(path.join(RECORDED_FOLDER, name), 'utf8'));

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

async function storeHolding(items: readonly Stored[]) {
  const { table } = await engine.newTable();
  for (const { section, ...item } of items) await putItem(table, { ...table.keys.settings(section), ...item });
  return dynamoSettingsStore(table);
}

describe.each(recorded)('settings that an older version stored (%s)', (name) => {
  it('hold in the new one, each with its version', async () => {
    const items = read(name);
    const state = await (await storeHolding(items)).readSettings();

    const newer = Object.entries(state).filter(([name]) => items.every(({ section }) => section !== name));
    expect(items.length + newer.length).toBe(Object.keys(state).length);
    expect(newer.map(([name]) => name)).toEqual(SINCE_THEN);
    for (const [name, { version, value }] of newer)
      expect({ version, value }).toEqual({ version: 0, value: Object(DEFAULT_SETTINGS)[name] });
    for (const { section, version } of items) expect(Object(state)[section].version).toBe(version);
    expect(state.stages.value.roles).toEqual({ stageOnHold: 'parked' });
    expect(state.managers.value.managers).toEqual([{ user: '77', teams: 'own' }]);
    expect(state.visibility.value.showsNamedReps).toBe(true);
  });

  it('are refused, and said to be newer, after a roll-back', async () => {
    const items = read(name).map((item) => ({ ...item, schemaVersion: SETTINGS_SCHEMA_VERSION + 1 }));

    await expect((await storeHolding(items)).readSettings()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('newer version of the app'),
    });
  });
});

describe('migrateSection', () => {
  const migrations = [
    (section: string, value: unknown) => ({ from1: section, value }),
    (section: string, value: unknown) => ({ from2: section, value }),
  ];

  it('takes a value through every form after its own, in order', () => {
    const form = (schemaVersion: number) =>
      migrateSection({ section: 'rules', schemaVersion, value: 'old' }, migrations);

    expect(form(1)).toEqual({ from2: 'rules', value: { from1: 'rules', value: 'old' } });
    expect(form(2)).toEqual({ from2: 'rules', value: 'old' });
    expect(form(3)).toBe('old');
  });

  it('knows the form that this version stores, and none beyond it', () => {
    const form = (schemaVersion: number) => migrateSection({ section: 'rules', schemaVersion, value: 'as is' });

    expect(form(SETTINGS_SCHEMA_VERSION)).toBe('as is');
    expect(() => form(SETTINGS_SCHEMA_VERSION + 1)).toThrow('newer version');
  });
});
