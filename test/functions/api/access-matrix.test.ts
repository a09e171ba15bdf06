import { readFileSync } from 'node:fs';
import { DEFAULT_SETTINGS } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { fakeSettingsStore } from '../../support/fakes.ts';
import { ADMIN, apiHost, ask } from './api-host.ts';

const OWNERS = [
  { ownerId: '11', userId: '901', teamIds: ['north'], isArchived: false },
  { ownerId: '12', userId: '902', teamIds: ['north'], isArchived: false },
  { ownerId: '13', userId: '903', teamIds: ['south'], isArchived: false },
];
const identity = (userId: string) => `userId=${userId}&portalId=62515&userEmail=u${userId}%40example.com&appId=54321`;
/** In the order of the table's columns. */
const ASKERS = [ADMIN, identity('555'), identity('901'), identity('999')];

interface Row {
  readonly operationId: string;
  readonly asked: string;
  readonly names: string;
  readonly cells: readonly string[];
}

const ROWS: readonly Row[] = readFileSync(new URL('../../../docs/access.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| operation'))
  .map((line) => {
    const [operationId = '', asked = '', names = '', ...cells] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { operationId, asked, names, cells };
  });

async function hostWith(names: string) {
  const settingsStore = fakeSettingsStore();
  const change = { changedAt: 1, changedByUserId: '1' };
  const visibility = { ...DEFAULT_SETTINGS.visibility, showsNamedReps: names === 'shown' };
  await settingsStore.storeSection({ section: 'visibility', value: visibility, ...change }, 0);
  const managers = [{ user: '555', teams: ['north'] }];
  await settingsStore.storeSection({ section: 'managers', value: { managers }, ...change }, 0);
  return apiHost({
    settingsStore,
    referenceStore: { readPeople: async () => ({ readAt: 1, owners: OWNERS, teams: [] }) },
  });
}

/** By operation: its method, and an address that it takes. */
async function operations(): Promise<ReadonlyMap<string, { readonly method: string; readonly path: string }>> {
  const { paths } = (await ask(apiHost(), '/v1/openapi.json', { identity: ADMIN })).json;
  const examples: Readonly<Record<string, string>> = {
    dealId: '1001',
    pipelineId: 'default',
    section: 'visibility',
    report: 'flow',
  };
  return new Map(
    Object.entries(Object(paths)).flatMap(([path, methods]) =>
      Object.entries(Object(methods)).map(([method, operation]) => [
        Object(operation).operationId,
        { method: method.toUpperCase(), path: path.replace(/\{(\w+)\}/g, (_, name: string) => examples[name] ?? '1') },
      ]),
    ),
  );
}

describe('the table of docs/access.md', () => {
  it('has a row for every route: write one for a new route', async () => {
    const known = await operations();

    expect([...new Set(ROWS.map(({ operationId }) => operationId))].toSorted()).toEqual([...known.keys()].toSorted());
  });

  it('says of every cell what the API does', async () => {
    const known = await operations();
    const found: string[] = [];
    for (const { operationId, asked, names } of ROWS) {
      const { method = '', path = '' } = known.get(operationId) ?? {};
      const address = asked === '' ? path : `${path}?${asked}`;
      const cells: string[] = [];
      for (const who of ASKERS) {
        const body = method === 'GET' ? {} : { body: '{}' };
        const { status } = await ask(await hostWith(names), address, { identity: who, method, ...body });
        expect(status).toBeLessThan(500);
        cells.push(status === 403 || status === 401 ? 'closed' : 'open');
      }
      found.push(`${operationId} ${asked} ${names} ${cells.join(' ')}`);
    }

    expect(found).toEqual(
      ROWS.map(({ operationId, asked, names, cells }) => `${operationId} ${asked} ${names} ${cells.join(' ')}`),
    );
  });

  it('holds whatever the page writes into the address itself', async () => {
    for (const forged of ['userId=901', 'userEmail=boss%40example.com', 'portalId=62515', 'role=admin']) {
      const { status } = await ask(await hostWith('shown'), `/v1/pipelines/default/flow?${forged}&owner=12`, {
        identity: identity('999'),
      });
      expect([401, 403]).toContain(status);
    }
  });
});
