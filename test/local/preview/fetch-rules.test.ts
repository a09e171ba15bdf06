import { describe, expect, it } from 'vitest';
import { parseCardCall } from '../../../local/preview/proxy/fetch-rules.ts';

const PERMITTED = ['https://insights.example.com/v1'];
const URL = 'https://insights.example.com/v1/pipelines';

const parse = (envelope: object) => parseCardCall({ requestUri: URL, method: 'GET', ...envelope }, PERMITTED);

describe('the rules of hubspot.fetch()', () => {
  it('let a plain call through, with HubSpot’s own timeout', () => {
    expect(parse({})).toEqual({
      requestUri: URL,
      method: 'GET',
      timeoutMs: 15_000,
      body: undefined,
      authorization: undefined,
    });
  });

  it('cut a timeout to what HubSpot grants', () => {
    expect(parse({ requestTimeoutMillis: 600_000 }).timeoutMs).toBe(120_000);
  });

  it('send an object as JSON, and nothing with a GET', () => {
    const body = { reason: 'holiday' };

    expect(parse({ method: 'PUT', requestBody: body }).body).toBe('{"reason":"holiday"}');
    expect(parse({ method: 'GET', requestBody: body }).body).toBeUndefined();
  });

  it('let one Authorization header through, however it is written', () => {
    expect(parse({ requestHeaders: { AUTHORIZATION: 'Bearer x' } }).authorization).toBe('Bearer x');
  });

  it.each([
    ['another host', { requestUri: 'https://insights.example.com.evil.example/v1/pipelines' }, 'not permitted'],
    ['a host hidden behind a name', { requestUri: 'https://insights.example.com@evil.example/v1' }, 'not permitted'],
    ['another scheme', { requestUri: 'http://insights.example.com/v1/pipelines' }, 'not permitted'],
    ['another port', { requestUri: 'https://insights.example.com:8443/v1/pipelines' }, 'not permitted'],
    ['a path outside the permitted one', { requestUri: 'https://insights.example.com/v10' }, 'not permitted'],
    ['a way out of the permitted path', { requestUri: 'https://insights.example.com/v1/../admin' }, 'not permitted'],
    ['no address at all', { requestUri: 'v1/pipelines' }, 'malformed'],
    ['an unknown method', { method: 'OPTIONS' }, 'knows GET, POST, PUT, PATCH, DELETE'],
    ['a header of another name', { requestHeaders: { cookie: 'a=b' } }, "not 'cookie'"],
    ['two headers', { requestHeaders: { authorization: 'a', cookie: 'b' } }, "Only 'Authorization'"],
    ['a body of text', { method: 'POST', requestBody: '{"a":1}' }, 'must be an object'],
    ['a body that is a list', { method: 'POST', requestBody: [1] }, 'must be an object'],
    ['a body of more than 1 MB', { method: 'POST', requestBody: { a: 'x'.repeat(1_000_000) } }, 'larger than 1 MB'],
    ['an identity of its own', { requestUri: `${URL}?userEmail=boss%40example.com` }, 'HubSpot adds userEmail'],
    ['an identity of its own in escapes', { requestUri: `${URL}?%75serId=1` }, 'HubSpot adds userId'],
  ])('refuse %s', (_what, envelope, says) => {
    expect(() => parse(envelope)).toThrow(says);
  });

  it('refuse what is no envelope', () => {
    expect(() => parseCardCall(null, PERMITTED)).toThrow('Not a request of hubspot.fetch()');
  });
});
