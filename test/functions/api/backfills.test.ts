import { describe, expect, it } from 'vitest';
import { backfillStandSchema } from '../../../functions/api/schemas/health.ts';
import { fakeStatusStores } from '../../support/fakes.ts';
import { ADMIN, apiHost, ask, IDENTITY, NOW } from './api-host.ts';

const start = (host: ReturnType<typeof apiHost>, identity = ADMIN) =>
  ask(host, '/v1/backfills', { identity, method: 'POST' });
const read = (host: ReturnType<typeof apiHost>) => ask(host, '/v1/backfills', { identity: ADMIN });

describe('/v1/backfills', () => {
  it('answers none before the first one', async () => {
    expect((await read(apiHost())).json).toEqual({ backfill: null });
  });

  it('leaves a checkpoint that the backfill goes on from, and answers it', async () => {
    const sync = fakeStatusStores();
    const host = apiHost({ sync });

    const { status, json } = await start(host);

    expect(status).toBe(202);
    const { backfill } = backfillStandSchema.parse(json);
    expect(backfill).toMatchObject({ state: 'running', startedAt: NOW, finishedAt: null, dealsRead: 0 });
    const stored = await sync.readCheckpoint();
    expect(stored?.checkpoint.progress).toEqual(backfill);
    expect(stored?.checkpoint.windows.length).toBeGreaterThan(0);
    expect((await read(host)).json).toEqual({ backfill });
  });

  it('starts none beside one that is under way, as when HubSpot repeats the request', async () => {
    const sync = fakeStatusStores();
    const host = apiHost({ sync });
    const first = (await start(host)).json;

    expect((await start(host)).json).toEqual(first);
    expect((await sync.readCheckpoint())?.version).toBe(1);
  });

  it('is for admins, and reads nothing for others', async () => {
    const sync = fakeStatusStores();

    const { status } = await start(apiHost({ sync }), IDENTITY);

    expect(status).toBe(403);
    expect(await sync.readCheckpoint()).toBeNull();
  });

  it('is refused once everything was erased', async () => {
    const host = apiHost();
    await ask(host, '/v1/erase', {
      identity: ADMIN,
      method: 'POST',
      body: JSON.stringify({ scope: 'portal', portalId: '62515' }),
    });

    expect((await start(host)).status).toBe(409);
  });
});
