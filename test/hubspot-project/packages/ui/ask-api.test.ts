import { ContractError } from '@deal-stage-insights/shared';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askApi, pathOf } from '../../../../hubspot-project/src/app/packages/ui/index.ts';

const BASE = 'https://insights.example.com';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(console, 'error').mockImplementation(() => undefined); // HubSpot's logger, outside its worker
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const parse = (input: unknown): number => {
  if (typeof input !== 'number') throw new ContractError('', 'a number');
  return input;
};

/** HubSpot's fetch answers one reply after the other, the last one for good. */
function replying(...replies: readonly (Response | Error)[]) {
  const calls: { readonly url: string; readonly body: unknown }[] = [];
  const hsFetch = (url: string, { body }: { readonly body?: unknown }) => {
    const reply = replies[Math.min(calls.push({ url, body }), replies.length) - 1];
    if (reply === undefined || reply instanceof Error) return Promise.reject(reply);
    return Promise.resolve(reply.clone());
  };
  vi.stubGlobal('self', { hsFetch });
  return calls;
}

const problem = (code: string, status: number, more: object = {}) =>
  Response.json({ code, status, instance: 'req-7', ...more }, { status });

describe('askApi', () => {
  it('reads the answer, and leaves out what the query does not say', async () => {
    const calls = replying(Response.json(7));
    const path = pathOf`/v1/pipelines/${'a/b'}/stages`;

    const answer = await askApi(BASE, { path, query: { from: '2026-01-01', to: null, owner: 'A & B' }, parse });

    expect(answer).toEqual({ kind: 'data', data: 7 });
    expect(calls[0]?.url).toBe(`${BASE}/v1/pipelines/a%2Fb/stages?from=2026-01-01&owner=A%20%26%20B`);
  });

  it('sends a body as the object that HubSpot wants', async () => {
    const calls = replying(Response.json(7));

    await askApi(BASE, { method: 'PUT', path: '/v1/x', body: { reason: 'holiday' }, parse });

    expect(calls[0]?.body).toEqual({ reason: 'holiday' });
  });

  it.each([
    ['forbidden', 403, 'refused'],
    ['not-found', 404, 'unknown'],
  ])('tells %s apart from a failure', async (code, status, kind) => {
    replying(problem(code, status));

    expect(await askApi(BASE, { path: '/v1/x', parse })).toEqual({ kind });
  });

  it('hands on what the API says of single fields', async () => {
    const errors = [{ location: 'body.until', message: 'is in the past', code: 'not-allowed' }];
    replying(problem('invalid-request', 400, { errors }));

    const answer = await askApi(BASE, { path: '/v1/x', parse });

    expect(answer).toEqual({ kind: 'failed', reason: 'invalid', requestId: 'req-7', errors });
  });

  it('asks again after a pause where too many asked at once, and then gives up', async () => {
    const calls = replying(problem('too-many-requests', 429));
    const asking = askApi(BASE, { path: '/v1/x', parse });

    await vi.advanceTimersByTimeAsync(10_000);

    expect(await asking).toMatchObject({ kind: 'failed', reason: 'busy' });
    expect(calls).toHaveLength(3);
  });

  it('does not repeat what HubSpot has repeated already', async () => {
    const calls = replying(problem('internal', 500));

    expect(await askApi(BASE, { path: '/v1/x', parse })).toMatchObject({ reason: 'unreachable', requestId: 'req-7' });
    expect(calls).toHaveLength(1);
  });

  it.each([
    ['a broken connection', BASE, new Error('timeout'), 'unreachable'],
    ['an answer that breaks the contract', BASE, Response.json('seven'), 'unreadable'],
    ['an app without the address of its backend', undefined, Response.json(7), 'not-configured'],
  ])('never throws: %s', async (_, base, reply, reason) => {
    replying(reply);

    expect(await askApi(base, { path: '/v1/x', parse })).toMatchObject({ kind: 'failed', reason });
  });
});
