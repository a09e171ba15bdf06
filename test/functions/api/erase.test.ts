import { describe, expect, it } from 'vitest';
import { erasureSchema } from '../../../functions/api/schemas/erasure.ts';
import { DEFAULT_SETTINGS } from '@deal-stage-insights/shared';
import { ADMIN, apiHost, ask, IDENTITY, NOW } from './api-host.ts';

type Host = ReturnType<typeof apiHost>;

const erase = (host: Host, body: unknown, identity = ADMIN) =>
  ask(host, '/v1/erase', { identity, method: 'POST', body: JSON.stringify(body) });

describe('POST /v1/erase', () => {
  it('notes what is to be erased, by whom, and shows it in health', async () => {
    const host = apiHost();

    const { status, json } = await erase(host, { scope: 'deal', dealId: '9' });

    expect(status).toBe(200);
    expect(erasureSchema.parse(json)).toMatchObject({
      dealId: '9',
      askedAt: NOW,
      askedByUserId: '1',
      finishedAt: null,
    });
    const health = (await ask(host, '/v1/health')).json;
    expect(health.erasures).toEqual({ underWay: 1, oldestAskedAt: NOW, portal: null });
  });

  it('is for admins', async () => {
    const host = apiHost();

    const { status, json } = await erase(host, { scope: 'portal', portalId: '62515' }, IDENTITY);

    expect([status, json.code]).toEqual([403, 'forbidden']);
    expect((await ask(host, '/v1/health')).json.erasures.underWay).toBe(0);
  });

  it.each([
    [{}],
    [{ scope: 'everything' }],
    [{ scope: 'deal' }],
    [{ scope: 'deal', dealId: '' }],
    [{ scope: 'user' }],
    [{ scope: 'user', user: '' }],
    [{ scope: 'portal' }],
    [{ scope: 'portal', portalId: '62516' }],
    [{ scope: 'portal', portalId: '62515', dealId: '9' }],
    [[]],
    [null],
  ])('refuses %j, and erases nothing', async (body) => {
    const host = apiHost();

    const { status } = await erase(host, body);

    expect(status).toBe(400);
    expect((await ask(host, '/v1/health')).json.erasures).toEqual({ underWay: 0, oldestAskedAt: null, portal: null });
  });

  it('takes a user out of the managers and of all that they were, and writes the name down nowhere', async () => {
    const host = apiHost();
    const manager = (user: string) => ({ user, teams: 'all' });
    const save = (version: number, ...users: readonly string[]) => {
      const body = JSON.stringify({ version, value: { managers: users.map(manager) } });
      return ask(host, '/v1/settings/managers', { identity: ADMIN, method: 'PUT', body });
    };
    await save(0, 'gone@example.com');
    await save(1, 'gone@example.com', 'stays@example.com');

    const { status, json } = await erase(host, { scope: 'user', user: 'Gone@example.com' });

    expect(status).toBe(200);
    expect(json).toMatchObject({ scope: 'user', finishedAt: NOW, itemsRemoved: 3 });
    const present = await ask(host, '/v1/settings/managers', { identity: ADMIN });
    const history = await ask(host, '/v1/settings/managers/history', { identity: ADMIN });
    expect(present.json).toMatchObject({ version: 3, value: { managers: [manager('stays@example.com')] } });
    expect(JSON.stringify([json, present.json, history.json, host.lines]).toLowerCase()).not.toContain('gone@');
    expect(history.json.changes).toHaveLength(3);
  });

  it('lets nobody change anything once the whole account is asked for, and says why', async () => {
    const host = apiHost();
    await erase(host, { scope: 'portal', portalId: '62515' });

    const body = JSON.stringify({ version: 0, value: DEFAULT_SETTINGS.visibility });
    const changed = await ask(host, '/v1/settings/visibility', { identity: ADMIN, method: 'PUT', body });

    expect([changed.status, changed.json.code]).toEqual([409, 'conflict']);
    expect((await ask(host, '/v1/health')).json.erasures.portal).toEqual({
      askedAt: NOW,
      finishedAt: null,
      itemsRemoved: 0,
    });
    expect((await erase(host, { scope: 'portal', portalId: '62515' })).status).toBe(200);
  });
});
