import * as z from 'zod';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hubspotHttp } from '../../../../functions/adapters/hubspot/http.ts';
import { AppError, DailyLimitError } from '../../../../functions/errors.ts';
import type { SecretSource } from '../../../../functions/ports/secret-source.ts';
import { ACCESS_TOKEN, aPortal, aSeedDeal, openSimulator } from '../../../local/hubspot-simulator/small-portal.ts';
import { fakeSecrets } from '../../../support/fakes.ts';
import { type StubAnswer, startHubSpotStub } from '../../../support/hubspot-stub.ts';
import { sharedTime } from '../../../support/shared-time.ts';
import { virtualTime } from '../../../support/virtual-time.ts';

const FINE: StubAnswer = { status: 200, body: { n: 1 } };
const LIMITED: StubAnswer = {
  status: 429,
  body: { status: 'error', policyName: 'TEN_SECONDLY_ROLLING', message: 'deal 77 of ann@example.com' },
};
const answerSchema = z.object({ n: z.number() });

let closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.unstubAllGlobals();
  await Promise.all(closing.map((close) => close()));
  closing = [];
});

async function open(script: readonly StubAnswer[], options: { secrets?: SecretSource; retryForMs?: number } = {}) {
  const stub = await startHubSpotStub(script);
  closing.push(stub.close);
  const timing = virtualTime();
  const http = hubspotHttp({
    baseUrl: stub.url,
    secrets: options.secrets ?? fakeSecrets(),
    timing,
    retryForMs: options.retryForMs ?? 60_000,
    rateShare: 1,
  });
  const call = (path = '/x') => http.call(answerSchema, { method: 'GET', path });
  return { stub, timing, http, call };
}

const failureOf = (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => expect.unreachable('should have failed'),
    (error: unknown) => (error instanceof AppError ? error : expect.unreachable(String(error))),
  );

describe('hubspotHttp', () => {
  it('sends the token, and answers what the schema makes of the answer', async () => {
    const { stub, call } = await open([FINE]);

    expect(await call()).toEqual({ n: 1 });
    expect(stub.calls[0]?.authorization).toBe('Bearer a-token');
  });

  it.each([423, 429, 477, 500, 502, 503, 504, 520, 524])('repeats a call that was answered %i', async (status) => {
    const { stub, call, timing } = await open([{ status, body: {} }, { status, body: {} }, FINE]);

    expect(await call()).toEqual({ n: 1 });
    expect(stub.calls).toHaveLength(3);
    expect(timing.waits[1]).toBe(2 * timing.waits[0]!);
  });

  it('repeats a call whose connection broke', async () => {
    const { call } = await open([{ status: 200, isCut: true }, FINE]);

    expect(await call()).toEqual({ n: 1 });
  });

  it.each([
    ['is cut off in the middle', { cut: 'in-the-body' }],
    ['dribbles for longer than an answer may take', { dribbleMs: 60_000 }],
  ] as const)('repeats a call whose answer %s', async (_, fault) => {
    let asked = 0;
    const simulator = await openSimulator(aPortal([aSeedDeal('1')]), {
      faults: { beforeAnswer: () => ((asked += 1) <= 2 ? fault : null) },
    });
    closing.push(() => simulator.close());
    const http = hubspotHttp({
      baseUrl: simulator.url,
      secrets: fakeSecrets({ accessToken: ACCESS_TOKEN, clientSecrets: [] }),
      timing: virtualTime(),
      retryForMs: 60_000,
      answerWithinMs: 200,
      rateShare: 1,
    });

    const answer = await http.call(z.object({ id: z.string() }), { method: 'GET', path: '/crm/v3/objects/deals/1' });

    expect(answer).toEqual({ id: '1' });
    expect(asked).toBe(3);
  });

  it.each([400, 403, 404])('does not repeat a call that was answered %i', async (status) => {
    const { stub, call } = await open([{ status, body: { category: 'VALIDATION_ERROR' } }]);

    await failureOf(call());
    expect(stub.calls).toHaveLength(1);
  });

  it('gives up after its time, and says how long to wait', async () => {
    const { call, timing } = await open([LIMITED], { retryForMs: 20_000 });

    const failure = await failureOf(call());

    expect(failure.code).toBe('upstream-unavailable');
    expect(failure.retryAfterMs).toBe(10_000);
    expect(timing.waits).toEqual([1000, 2000, 4000, 8000]);
  });

  it('waits as long as HubSpot asks', async () => {
    const { call, timing } = await open([{ status: 477, headers: { 'retry-after': '7' } }, FINE]);

    await call();
    expect(timing.waits).toEqual([7000]);
  });

  it('never waits out the daily limit', async () => {
    const { call, timing } = await open([{ status: 429, body: { policyName: 'DAILY' } }]);

    expect((await failureOf(call())).retryAfterMs).toBe(3_600_000);
    expect(timing.waits).toEqual([]);
  });

  it('reads the token again when it is refused, once', async () => {
    const secrets = { ...fakeSecrets(), readAgain: async () => ({ accessToken: 'new-token', clientSecrets: [] }) };
    const { stub, call } = await open([{ status: 401, body: {} }, FINE], { secrets });

    expect(await call()).toEqual({ n: 1 });
    expect(stub.calls.map(({ authorization }) => authorization)).toEqual(['Bearer a-token', 'Bearer new-token']);
  });

  it('tells of a token that stays refused', async () => {
    const { stub, call } = await open([{ status: 401, body: {} }]);

    expect((await failureOf(call())).message).toMatch(/access token/);
    expect(stub.calls).toHaveLength(2);
  });

  it('refuses an answer of another form', async () => {
    const { call } = await open([{ status: 200, body: { n: 'one' } }]);

    expect((await failureOf(call())).message).toBe('HubSpot answered in an unknown form.');
  });

  it('follows no redirect: the token goes nowhere else', async () => {
    const elsewhere = await startHubSpotStub([FINE]);
    closing.push(elsewhere.close);
    const { call } = await open([{ status: 302, headers: { location: `${elsewhere.url}/x` } }], { retryForMs: 0 });

    await failureOf(call());
    expect(elsewhere.calls).toEqual([]);
  });

  it('puts neither the token nor what HubSpot says of a deal into an error', async () => {
    const { call } = await open([LIMITED], { retryForMs: 0 });

    const failure = await failureOf(call('/crm/v3/objects/deals/77?email=ann%40example.com'));
    const texts = [failure.message, String(failure.cause), JSON.stringify(failure)].join(' ');

    expect(texts).toContain('429');
    expect(texts).not.toMatch(/a-token|ann|email/);
  });

  it('keeps to the rate that HubSpot states', async () => {
    const headers = {
      'x-hubspot-ratelimit-max': '10',
      'x-hubspot-ratelimit-interval-milliseconds': '10000',
      'x-hubspot-ratelimit-remaining': '9',
    };
    const { call, timing } = await open([{ ...FINE, headers }]);
    const startedAt = timing.clock.now();

    await call();
    for (let index = 0; index < 34; index += 1) await call();

    expect(timing.clock.now() - startedAt).toBe(30_000);
  });

  it('holds all calls back when HubSpot says to one that it is too many', async () => {
    const time = sharedTime();
    const sentAt: number[] = [];
    vi.stubGlobal('fetch', async () => {
      sentAt.push(time.clock.now());
      await time.wait(100);
      return sentAt.length === 1 ? Response.json(LIMITED.body, { status: 429 }) : Response.json(FINE.body);
    });
    const http = hubspotHttp({
      baseUrl: 'https://api.hubapi.com',
      secrets: fakeSecrets(),
      timing: time,
      retryForMs: 60_000,
      rateShare: 1,
    });
    const call = () => http.call(answerSchema, { method: 'GET', path: '/x' });
    const later = async () => {
      await time.wait(500);
      await call();
    };
    const startedAt = time.clock.now();

    await time.run(Promise.all([call(), later()]));

    expect(sentAt.map((at) => at - startedAt)).toEqual([0, 1100, 1100]);
  });

  it('leaves a share of the day’s calls to others, and looks again now and then', async () => {
    const left = (remaining: number): StubAnswer => ({
      ...FINE,
      headers: { 'x-hubspot-ratelimit-daily': '1000', 'x-hubspot-ratelimit-daily-remaining': String(remaining) },
    });
    const stub = await startHubSpotStub([left(100), left(99), left(98), left(1000), FINE]);
    closing.push(stub.close);
    const timing = virtualTime();
    const manners = { retryForMs: 60_000, rateShare: 1, dailyReserve: 0.1 };
    const http = hubspotHttp({ baseUrl: stub.url, secrets: fakeSecrets(), timing, ...manners });
    const call = () => http.call(answerSchema, { method: 'GET', path: '/x' });
    const callsAfter = async (minutes: number) => {
      await timing.wait(minutes * 60_000);
      const end = await call().then(
        () => 'answered',
        (error: unknown) => error,
      );
      return [stub.calls.length, end instanceof DailyLimitError ? 'kept for others' : end];
    };

    const seen = [await callsAfter(0), await callsAfter(0), await callsAfter(9), await callsAfter(2)];
    const nextDay = [await callsAfter(11), await callsAfter(0)];

    expect(seen).toEqual([
      [1, 'answered'],
      [2, 'answered'],
      [2, 'kept for others'],
      [3, 'answered'],
    ]);
    expect(nextDay).toEqual([
      [4, 'answered'],
      [5, 'answered'],
    ]);
  });

  it('leaves room when others have used up the rate', async () => {
    const headers = {
      'x-hubspot-ratelimit-max': '100',
      'x-hubspot-ratelimit-interval-milliseconds': '10000',
      'x-hubspot-ratelimit-remaining': '2',
    };
    const stub = await startHubSpotStub([{ ...FINE, headers }]);
    closing.push(stub.close);
    const timing = virtualTime();
    const options = { baseUrl: stub.url, secrets: fakeSecrets(), timing, retryForMs: 0, rateShare: 0.94 };
    const http = hubspotHttp(options);

    await http.call(answerSchema, { method: 'GET', path: '/x' });
    await http.call(answerSchema, { method: 'GET', path: '/x' });

    expect(timing.waits).toEqual([1000]);
  });
});
