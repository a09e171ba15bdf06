import { describe, expect, it } from 'vitest';
import { apiHost, IDENTITY, NOW, signedHeaders } from './api-host.ts';

const ADDRESS = `/v1/pipelines?${IDENTITY}`;
const MINUTE_MS = 60_000;

type Headers = Readonly<Record<string, string>>;

const answerTo = async (address: string, headers: Headers, method = 'GET') => {
  const host = apiHost();
  const response = await host.app.request(`https://gateway.internal${address}`, { method, headers });
  return { host, response, problem: JSON.parse(await response.text()) };
};

describe('a request that HubSpot did not sign', () => {
  const signed = signedHeaders(ADDRESS);
  const refused: readonly [string, Headers, string][] = [
    ['unsigned', {}, 'no-signature'],
    ['signed with another secret', signedHeaders(ADDRESS, { secret: 'other' }), 'wrong-signature'],
    ['signed for another address', signedHeaders('/v1/health'), 'wrong-signature'],
    ['signed for another method', signedHeaders(ADDRESS, { method: 'POST' }), 'wrong-signature'],
    ['stale', signedHeaders(ADDRESS, { signedAt: NOW - 5 * MINUTE_MS - 1 }), 'stale-timestamp'],
    ['future-dated', signedHeaders(ADDRESS, { signedAt: NOW + 5 * MINUTE_MS + 1 }), 'future-timestamp'],
    ['without a timestamp', { 'x-hubspot-signature-v3': signed['x-hubspot-signature-v3'] }, 'malformed-timestamp'],
  ];

  it.each(refused)('is refused when %s, as a problem, and nothing is read', async (_how, headers, reason) => {
    const { host, response, problem } = await answerTo(ADDRESS, headers);

    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(problem).toMatchObject({ status: 401, code: 'unauthorized' });
    expect(problem.instance).toMatch(/^[0-9a-f-]{36}$/);
    expect(host.calls).toEqual([]);
    expect(host.lines).toContainEqual({ message: 'refused', fields: { requestId: problem.instance, reason } });
  });

  it('learns nothing of which addresses there are', async () => {
    const unknown = await answerTo('/v1/nothing', {});
    const wrongMethod = await answerTo('/v1/pipelines', {}, 'DELETE');

    expect([unknown.response.status, wrongMethod.response.status]).toEqual([401, 401]);
  });

  it('is accepted at the very edge of the five minutes', async () => {
    const { response } = await answerTo(ADDRESS, signedHeaders(ADDRESS, { signedAt: NOW - 5 * MINUTE_MS }));

    expect(response.status).toBe(200);
  });

  it('is accepted once the secret, rotated meanwhile, has been read again', async () => {
    const rotated = { accessToken: null, clientSecrets: ['new'] };
    const old = { accessToken: null, clientSecrets: ['old'] };
    const host = apiHost({
      secretSource: { read: () => Promise.resolve(old), readAgain: () => Promise.resolve(rotated) },
    });

    const response = await host.app.request(`https://gateway.internal${ADDRESS}`, {
      headers: signedHeaders(ADDRESS, { secret: 'new' }),
    });

    expect(response.status).toBe(200);
  });
});

describe('who is asking', () => {
  const answerToQuery = (query: string) => answerTo(`/v1/pipelines?${query}`, signedHeaders(`/v1/pipelines?${query}`));

  it.each([
    ['another portal', IDENTITY.replace('62515', '62516')],
    ['another app', IDENTITY.replace('54321', '54322')],
  ])('is refused from %s', async (_who, query) => {
    const { host, response, problem } = await answerToQuery(query);

    expect(response.status).toBe(403);
    expect(problem.code).toBe('forbidden');
    expect(host.calls).toEqual([]);
  });

  it.each(['userId', 'userEmail', 'portalId', 'appId'])('is refused when %s is said twice', async (name) => {
    const { host, response } = await answerToQuery(`${name}=12345&${IDENTITY}`);

    expect(response.status).toBe(401);
    expect(host.calls).toEqual([]);
  });

  it.each(['userId', 'userEmail', 'portalId', 'appId'])('is refused when %s is missing', async (name) => {
    const query = IDENTITY.split('&').filter((pair) => !pair.startsWith(`${name}=`));
    const { host, response } = await answerToQuery(query.join('&'));

    expect(response.status).toBe(401);
    expect(host.calls).toEqual([]);
  });

  it('is logged as a role, never as a person', async () => {
    const { host } = await answerToQuery(IDENTITY.replace('rep%40', 'Boss%40'));

    expect(host.lines).toContainEqual({
      message: 'request',
      fields: expect.objectContaining({ route: '/v1/pipelines', role: 'admin', status: 200 }),
    });
    expect(JSON.stringify(host.lines)).not.toMatch(/example\.com|9586504/i);
  });
});
