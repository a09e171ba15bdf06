import { describe, expect, it } from 'vitest';
import { fakeSettingsStore } from '../../support/fakes.ts';
import { ADMIN, apiHost, ask, IDENTITY } from './api-host.ts';

const PIPELINE = {
  pipelineId: 'shop',
  label: 'Shop',
  stages: ['1001', '1002'].map((stageId, displayOrder) => ({
    stageId,
    label: stageId,
    role: 'open' as const,
    displayOrder,
    typedProbability: 0.5,
    isUnknown: false,
  })),
};
const APPLICATION = {
  language: 'fr',
  pipelineId: 'shop',
  stages: { '1001': 'lead', '1002': 'cart' },
  versions: { stages: 0, criteria: 0 },
};

function shop() {
  const settingsStore = fakeSettingsStore();
  const readPipelines = async () => ({ readAt: 1, version: 'p1', pipelines: [PIPELINE] });
  const host = apiHost({ settingsStore, referenceStore: { readPipelines } });
  const apply = (change: object = {}, templateId = 'b2c') =>
    ask(host, `/v1/settings/templates/${templateId}`, {
      identity: ADMIN,
      method: 'POST',
      body: JSON.stringify({ ...APPLICATION, ...change }),
    });
  return { host, settingsStore, apply };
}

describe('GET /v1/settings/templates', () => {
  it('offers three ways of selling in the language asked for, English otherwise, to admins alone', async () => {
    const { host } = shop();
    const labels = async (query: string) => {
      const { json } = await ask(host, `/v1/settings/templates${query}`, { identity: ADMIN });
      return json.templates.map(({ stages }: { stages: { label: string }[] }) => stages[0]?.label);
    };

    expect(await labels('?language=fr')).toContain('Qualification des prospects');
    expect(await labels('')).toContain('Lead qualification');
    expect((await ask(host, '/v1/settings/templates?language=de', { identity: ADMIN })).status).toBe(400);
    expect((await ask(host, '/v1/settings/templates', { identity: IDENTITY })).status).toBe(403);
  });
});

describe('POST /v1/settings/templates/{templateId}', () => {
  it('writes both sections for the stages that are matched, once, also when HubSpot asks again', async () => {
    const { settingsStore, apply } = shop();

    const first = await apply();
    const again = await apply();

    expect(first.status).toBe(200);
    expect(again.json).toEqual(first.json);
    const { stages, criteria } = await settingsStore.readSettings();
    expect(stages).toMatchObject({ version: 1, value: { roles: { '1002': 'parked' } } });
    expect(criteria.version).toBe(1);
    expect(criteria.value.stages['1002']?.guide).toContain('Rappelez une fois');
    expect(first.json.criteria).toMatchObject({ section: 'criteria', version: 1 });
  });

  it('answers conflict, and changes nothing, when the settings were changed meanwhile', async () => {
    const { settingsStore, apply } = shop();
    const changed = { changedAt: 1, changedByUserId: '1', section: 'criteria' as const, value: { stages: {} } };
    await settingsStore.storeSection(changed, 0);

    expect((await apply()).status).toBe(409);
    expect((await settingsStore.readSettings()).stages.version).toBe(0);
  });

  it.each([
    ['stage that is not of the pipeline', { stages: { '77': 'lead' } }, 400, 'body.stages.77'],
    ['key that is not of the template', { stages: { '1001': 'proposal' } }, 400, 'body.stages.1001'],
    ['pipeline that is not there', { pipelineId: 'other' }, 404, 'no pipeline'],
    ['field too many', { more: 1 }, 400, 'body'],
  ])('refuses a %s, and names it', async (_what, change, status, named) => {
    const { settingsStore, apply } = shop();

    const refused = await apply(change);

    expect(refused.status).toBe(status);
    expect(refused.text).toContain(named);
    expect((await settingsStore.readSettings()).criteria.version).toBe(0);
  });
});
