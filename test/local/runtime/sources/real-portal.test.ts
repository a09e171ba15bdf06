import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Simulator } from '../../../../local/hubspot-simulator/options.ts';
import { openBackend } from '../../../../local/runtime/open-backend.ts';
import { createProgress } from '../../../../local/runtime/progress.ts';
import { realPortal } from '../../../../local/runtime/sources/real-portal.ts';
import { StartError } from '../../../../local/runtime/start-error.ts';
import { signedGet } from '../signed-get.ts';
import { ACCESS_TOKEN, aPortal, aSeedDeal, GENEROUS, openSimulator } from '../../hubspot-simulator/small-portal.ts';

let simulator: Simulator;
let calls: { method: string; path: string }[];
let closers: (() => void | Promise<void>)[];
let dataDir: string;

beforeEach(async () => {
  [calls, closers, dataDir] = [[], [], mkdtempSync(join(tmpdir(), 'real-portal-'))];
  simulator = await openSimulator(aPortal(['1', '2', '3'].map((id) => aSeedDeal(id))), {
    limits: GENEROUS,
    faults: {
      beforeAnswer(call) {
        calls.push(call);
        return null;
      },
    },
  });
});
afterEach(async () => {
  for (const close of closers.toReversed()) await close();
  await simulator.close();
  rmSync(dataDir, { recursive: true });
});

describe('a real account', () => {
  it('is read through the same backfill, and never written', async () => {
    const source = await realPortal({ HUBSPOT_ACCESS_TOKEN: ACCESS_TOKEN, HUBSPOT_API_URL: simulator.url });
    const backend = await openBackend(
      {
        flags: { dataDir, fresh: false },
        rollupWindowMs: 0,
        source,
        progress: createProgress({ write: () => {} }, () => 0),
        onFailure: (error) => {
          throw error;
        },
      },
      (closer) => closers.push(closer),
    );

    await backend.load();
    const { account, runtime, installation } = backend;

    const asked = { backendUrl: runtime.url, installation, now: account.clock.now() };
    const report = await (await signedGet(asked, '/v1/pipelines/sales/stages')).json();
    expect(source).toMatchObject({ key: 'portal-4711' });
    expect(account).toMatchObject({ currency: 'CHF', timeZone: 'Europe/Zurich', simulated: null });
    expect(report).toMatchObject({ deals: { open: 3 } });
    const writes = calls.filter(({ method, path }) => method !== 'GET' && !/\/(batch\/read|search)$/.test(path));
    expect(writes).toEqual([]);
  });

  it.each([
    ['a token with a space in it', { HUBSPOT_ACCESS_TOKEN: 'pat eu1' }, /^HUBSPOT_ACCESS_TOKEN is no access token: /],
    [
      'a token that HubSpot does not know',
      { HUBSPOT_ACCESS_TOKEN: 'pat-eu1-unknown' },
      /^HubSpot refuses .*: copy it again/,
    ],
    [
      'an address that is none',
      { HUBSPOT_ACCESS_TOKEN: ACCESS_TOKEN, HUBSPOT_API_URL: 'hubspot' },
      /^HUBSPOT_API_URL is no URL: /,
    ],
  ])('refuses %s in one sentence that does not repeat the token', async (_, variables, sentence) => {
    const refused = realPortal({ HUBSPOT_API_URL: simulator.url, ...variables });

    await expect(refused).rejects.toThrow(sentence);
    await expect(refused).rejects.not.toThrow(variables.HUBSPOT_ACCESS_TOKEN);
  });

  it.each(['<html>', '{"portalId":"none"}'])('is not taken for one when %j answers instead', async (body) => {
    const server = createServer((_, response) => response.end(body));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    closers.push(() => void server.close());
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;

    await expect(realPortal({ HUBSPOT_ACCESS_TOKEN: ACCESS_TOKEN, HUBSPOT_API_URL: url })).rejects.toThrow(
      new StartError(`What answers at ${url} is not HubSpot's API: correct HUBSPOT_API_URL.`),
    );
  });
});
