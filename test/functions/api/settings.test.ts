import { DEFAULT_SETTINGS } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { sectionAnswerSchema, sectionHistorySchema } from '../../../functions/api/schemas/settings.ts';
import { SECTIONS } from '../../../functions/settings/section-schemas.ts';
import { fakeSettingsStore } from '../../support/fakes.ts';
import { ADMIN, apiHost, ask, NOW } from './api-host.ts';

type Host = ReturnType<typeof apiHost>;

const read = (host: Host, section: string) => ask(host, `/v1/settings/${section}`, { identity: ADMIN });

const change = (host: Host, section: string, body: unknown) =>
  ask(host, `/v1/settings/${section}`, { identity: ADMIN, method: 'PUT', body: JSON.stringify(body) });

const VISIBILITY = { dealInsights: 'team', showsNamedReps: true, groupOthersMin: 6 };

describe('GET /v1/settings/{section}', () => {
  it('answers the defaults of every section before the first change', async () => {
    const host = apiHost();

    for (const section of SECTIONS) {
      const { status, json } = await read(host, section);
      expect(status).toBe(200);
      expect(sectionAnswerSchema.parse(json)).toMatchObject({ section, version: 0, value: DEFAULT_SETTINGS[section] });
    }
  });

  it('says which sections there are when asked for another', async () => {
    const { status, json } = await read(apiHost(), 'colours');

    expect(status).toBe(400);
    expect(json.errors[0].message).toContain('visibility');
  });
});

describe('PUT /v1/settings/{section}', () => {
  it('stores what was sent, says who and when, and has reports made again', async () => {
    const host = apiHost();

    const { status, json } = await change(host, 'visibility', { version: 0, value: VISIBILITY });

    expect(status).toBe(200);
    expect(json).toMatchObject({ version: 1, changedAt: NOW, changedByUserId: '1', value: VISIBILITY });
    expect((await read(host, 'visibility')).json).toEqual(json);
    expect(host.calls).toContain('sendShards 0');
  });

  it('refuses a change of what somebody else changed meanwhile', async () => {
    const host = apiHost();
    await change(host, 'visibility', { version: 0, value: VISIBILITY });

    const late = await change(host, 'visibility', { version: 0, value: DEFAULT_SETTINGS.visibility });

    expect([late.status, late.json.code]).toEqual([409, 'conflict']);
    expect((await read(host, 'visibility')).json.value).toEqual(VISIBILITY);
  });

  it('answers a repeated request as the first, and tells the queue again', async () => {
    const host = apiHost();
    const first = await change(host, 'visibility', { version: 0, value: VISIBILITY });

    const repeated = await change(host, 'visibility', { version: 0, value: VISIBILITY });

    expect(repeated.json).toEqual(first.json);
    expect(host.calls.filter((call) => call === 'sendShards 0')).toHaveLength(2);
  });

  it('leaves the value and the queue alone when it loses the race at the store', async () => {
    const host = apiHost({ settingsStore: { ...fakeSettingsStore(), storeSection: async () => 'lost-race' } });

    const { status } = await change(host, 'visibility', { version: 0, value: VISIBILITY });

    expect(status).toBe(409);
    expect(host.calls).not.toContain('sendShards 0');
  });

  it.each([
    ['visibility', { ...VISIBILITY, groupOthersMin: 4 }, 'groupOthersMin', 'fewer than five', 'too-small'],
    [
      'visibility',
      { ...VISIBILITY, dealInsights: 'nobody' },
      'dealInsights',
      '"everyone"|"team"|"owner"',
      'not-a-choice',
    ],
    ['visibility', { ...VISIBILITY, theme: 'dark' }, '', 'theme', 'unknown-field'],
    ['horizons', { days: [90, 30], headlineDays: 30 }, 'days', 'in order', 'horizons'],
    ['horizons', { days: [30], headlineDays: 60 }, 'headlineDays', 'listed', 'headline'],
    ['stages', { roles: { s1: 'dead' }, countAs: {}, countSinceDay: {} }, 'roles.s1', '"parked"', 'not-a-choice'],
    ['stages', { roles: {}, countAs: { a: 'b', b: 'c' }, countSinceDay: {} }, 'countAs.a', 'in the end', 'chain'],
    [
      'stages',
      { roles: {}, countAs: {}, countSinceDay: { p: '2026-02-30' } },
      'countSinceDay.p',
      'YYYY-MM-DD',
      'wrong-form',
    ],
    ['managers', { managers: [{ user: 'nobody', teams: 'all' }] }, 'managers.0.user', 'e-mail', 'user'],
    ['segments', { properties: Array(6).fill({ property: 'a', label: 'A' }) }, 'properties', 'five', 'too-large'],
    ['calendar', { ...DEFAULT_SETTINGS.calendar, week: [] }, 'week', 'seven days', 'too-small'],
    [
      'targets',
      { targets: [{ pipelineId: 'p', teamId: null, period: 'year' }] },
      'targets.0.period',
      '"month"',
      'not-a-choice',
    ],
  ])(
    'names the field of %s that is wrong, what is allowed, and by a code what is wrong',
    async (section, value, field, message, code) => {
      const host = apiHost();

      const { status, json } = await change(host, section, { version: 0, value });

      expect(status).toBe(400);
      const location = field === '' ? 'body.value' : `body.value.${field}`;
      const found = json.errors.find((each: { location: string }) => each.location === location);
      expect(found?.message).toContain(message);
      expect(found?.code).toBe(code);
      expect((await read(host, section)).json.version).toBe(0);
    },
  );

  it('takes e-mail addresses of managers in any case', async () => {
    const value = { managers: [{ user: ' Ann@Example.com ', teams: 'own' }] };

    const { json } = await change(apiHost(), 'managers', { version: 0, value });

    expect(json.value.managers[0].user).toBe('ann@example.com');
  });

  it('refuses a body that is not JSON', async () => {
    const host = apiHost();

    const refused = await ask(host, '/v1/settings/rules', { identity: ADMIN, method: 'PUT', body: '{' });

    expect([refused.status, refused.json.code]).toEqual([400, 'invalid-request']);
  });
});

describe('GET /v1/settings/{section}/history', () => {
  it('says who changed what into what, newest first', async () => {
    const host = apiHost();
    const horizons = { days: [45], headlineDays: 45 };
    await change(host, 'horizons', { version: 0, value: horizons });
    await change(host, 'horizons', { version: 1, value: { days: [60], headlineDays: 60 } });

    const { json } = await read(host, 'horizons/history');

    const { changes } = sectionHistorySchema.parse(json);
    expect(changes.map(({ version, changedByUserId }) => [version, changedByUserId])).toEqual([
      [2, '1'],
      [1, '1'],
    ]);
    expect(changes.map(({ before }) => before)).toEqual([horizons, DEFAULT_SETTINGS.horizons]);
  });
});

describe('settings', () => {
  it.each([
    ['GET', '/v1/settings/visibility'],
    ['PUT', '/v1/settings/visibility'],
    ['GET', '/v1/settings/visibility/history'],
  ])('are open to admins alone: %s %s', async (method, address) => {
    const host = apiHost();
    const body = method === 'PUT' ? { body: JSON.stringify({ version: 0, value: VISIBILITY }) } : {};

    const refused = await ask(host, address, { method, ...body });

    expect([refused.status, refused.json.code]).toEqual([403, 'forbidden']);
    expect((await read(host, 'visibility')).json.version).toBe(0);
  });

  it('are logged as a change without their content', async () => {
    const host = apiHost();
    await change(host, 'managers', { version: 0, value: { managers: [{ user: 'ann@example.com', teams: 'all' }] } });

    expect(JSON.stringify(host.lines)).toContain('settings changed');
    expect(JSON.stringify(host.lines)).not.toContain('ann@');
  });
});
