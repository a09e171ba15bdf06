import { afterEach, describe, expect, it } from 'vitest';
import type { FaultAnswer, Simulator } from '../../../local/hubspot-simulator/options.ts';
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

  it('refuses more than a day’s calls until midnight where the account is', async () => {
    const clock = standingClock(Date.parse('2026-03-02T21:00:00Z'));
    simulator = await openSimulator(aPortal([aSeedDeal('1')]), { clock, limits: { ...PRO_LIMITS, perDay: 1 } });

    const [first, second] = [await call('/crm/v3/objects/deals/1'), await call('/crm/v3/objects/deals/1')];
    clock.forward(2 * 3_600_000 - 1);
    const before = await call('/crm/v3/objects/deals/1');
    clock.forward(1); // 23:00 in UTC, midnight in Zurich.
    const nextDay = await call('/crm/v3/objects/deals/1');

    expect([first, second, before, nextDay].map(({ status }) => status)).toEqual([200, 429, 429, 200]);
    expect(await second.json()).toMatchObject({ policyName: 'DAILY' });
  });
});

describe('the access token', () => {
  it('is refused once it is revoked, until there is a new one', async () => {
    simulator = await openSimulator(aPortal([aSeedDeal('1')]));
    const status = async () => (await call('/crm/v3/objects/deals/1')).status;

    const before = await status();
    simulator.replaceAccessToken(null);
    const revoked = await call('/crm/v3/objects/deals/1');
    simulator.replaceAccessToken('another-token');
    const replaced = await status();
    simulator.replaceAccessToken(ACCESS_TOKEN);

    expect([before, revoked.status, replaced, await status()]).toEqual([200, 401, 401, 200]);
    expect(await revoked.json()).toMatchObject({ category: 'INVALID_AUTHENTICATION' });
  });
});

const withFault = (fault: FaultAnswer) =>
  openSimulator(aPortal([aSeedDeal('1')]), { faults: { beforeAnswer: () => fault } });

describe('deliberate faults', () => {
  it('hang up before an answer is out', async () => {
    simulator = await withFault({ cut: 'before-answer' });

    await expect(call('/crm/v3/objects/deals/1')).rejects.toThrow('fetch failed');
  });

  it('hang up in the middle of a body, after a status that promised a whole one', async () => {
    simulator = await withFault({ cut: 'in-the-body' });

    const answer = await call('/crm/v3/objects/deals/1');

    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow('terminated');
  });

  it('let the body dribble, until it is whole', async () => {
    simulator = await withFault({ dribbleMs: 1 });

    const answer = await call('/crm/v3/objects/deals/1');
    const parts: number[] = [];
    for await (const part of answer.body ?? []) parts.push(part.length);

    expect(parts.length).toBeGreaterThan(20);
  });

  it('let the body dribble for longer than anybody waits', async () => {
    simulator = await withFault({ dribbleMs: 60_000 });

    const answer = await call('/crm/v3/objects/deals/1', { signal: AbortSignal.timeout(50) });

    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow('timeout');
  });

  it('are gone with the next call', async () => {
    let faults = 1;
    simulator = await openSimulator(aPortal([aSeedDeal('1')]), {
      faults: { beforeAnswer: () => (faults-- > 0 ? { cut: 'in-the-body' } : null) },
    });
    await (await call('/crm/v3/objects/deals/1')).text().catch(() => null);

    expect(await (await call('/crm/v3/objects/deals/1')).json()).toMatchObject({ id: '1' });
  });

  it('are answered instead of the truth', async () => {
    simulator = await openSimulator(aPortal([aSeedDeal('1')]), {
      faults: { beforeAnswer: () => ({ instead: { status: 502, body: '<html>Bad gateway</html>' } }) },
    });

    const answer = await call('/crm/v3/objects/deals/1');

    expect([answer.status, await answer.text()]).toEqual([502, '<html>Bad gateway</html>']);
  });
});
