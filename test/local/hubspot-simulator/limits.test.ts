import { afterEach, describe, expect, it } from 'vitest';
import type { Simulator } from '../../../local/hubspot-simulator/options.ts';
import { PRO_LIMITS } from '../../../local/hubspot-simulator/options.ts';
import { ACCESS_TOKEN, aPortal, aSeedDeal, openSimulator, standingClock } from './small-portal.ts';

let simulator: Simulator;
afterEach(() => simulator.close());

const call = (path: string, init: RequestInit = {}) =>
  fetch(`${simulator.url}${path}`, { ...init, headers: { authorization: `Bearer ${ACCESS_TOKEN}` } });
const search = () => call('/crm/v3/objects/deals/search', { method: 'POST', body: '{}' });

describe('rate limits', () => {
  it('refuses the call after the last allowed one of ten seconds, and lets it in when the window has moved on', async () => {
    const clock = standingClock();
    simulator = await openSimulator(aPortal([aSeedDeal('1')]), { clock, limits: { ...PRO_LIMITS, perTenSeconds: 3 } });

    const statuses: number[] = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await call('/crm/v3/objects/deals/1')).status);
    clock.forward(9_999);
    statuses.push((await call('/crm/v3/objects/deals/1')).status);
    clock.forward(1);
    statuses.push((await call('/crm/v3/objects/deals/1')).status);

    expect(statuses).toEqual([200, 200, 200, 429, 200]);
  });

  it('says in headers what is left, and in the refusal which limit it was', async () => {
    simulator = await openSimulator(aPortal([aSeedDeal('1')]), { limits: { ...PRO_LIMITS, perTenSeconds: 1 } });

    const admitted = await call('/crm/v3/objects/deals/1');
    const refused = await call('/crm/v3/objects/deals/1');

    expect(Object.fromEntries(admitted.headers)).toMatchObject({
      'x-hubspot-ratelimit-max': '1',
      'x-hubspot-ratelimit-remaining': '0',
      'x-hubspot-ratelimit-interval-milliseconds': '10000',
      'x-hubspot-ratelimit-daily': '625000',
      'x-hubspot-ratelimit-daily-remaining': '624999',
    });
    expect(await refused.json()).toMatchObject({
      status: 'error',
      policyName: 'TEN_SECONDLY_ROLLING',
      errorType: 'RATE_LIMIT',
    });
  });

  it('counts searches apart from other calls: five a second', async () => {
    const clock = standingClock();
    simulator = await openSimulator(aPortal([aSeedDeal('1')]), { clock, limits: { ...PRO_LIMITS, perTenSeconds: 1 } });

    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1) statuses.push((await search()).status);
    const refused = await search();
    clock.forward(1_001);
    statuses.push((await search()).status);

    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 200]);
    expect(await refused.json()).toMatchObject({ policyName: 'SECONDLY' });
    expect((await call('/crm/v3/objects/deals/1')).status).toBe(200);
  });

  it('refuses more than a day’s calls until the next day', async () => {
    const clock = standingClock();
    simulator = await openSimulator(aPortal([aSeedDeal('1')]), { clock, limits: { ...PRO_LIMITS, perDay: 1 } });

    const [first, second] = [await call('/crm/v3/objects/deals/1'), await call('/crm/v3/objects/deals/1')];
    clock.forward(86_400_000);
    const nextDay = await call('/crm/v3/objects/deals/1');

    expect([first.status, second.status, nextDay.status]).toEqual([200, 429, 200]);
    expect(await second.json()).toMatchObject({ policyName: 'DAILY' });
  });
});

describe('deliberate faults', () => {
  it('hang up before an answer is out', async () => {
    simulator = await openSimulator(aPortal([aSeedDeal('1')]), { faults: { beforeAnswer: () => ({ isCut: true }) } });

    await expect(call('/crm/v3/objects/deals/1')).rejects.toThrow('fetch failed');
  });

  it('are answered instead of the truth', async () => {
    simulator = await openSimulator(aPortal([aSeedDeal('1')]), {
      faults: { beforeAnswer: () => ({ instead: { status: 502, body: '<html>Bad gateway</html>' } }) },
    });

    const answer = await call('/crm/v3/objects/deals/1');

    expect([answer.status, await answer.text()]).toEqual([502, '<html>Bad gateway</html>']);
  });
});
