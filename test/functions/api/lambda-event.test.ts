import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import { describe, expect, it } from 'vitest';
import { apiHost, IDENTITY, signedHeaders } from './api-host.ts';

interface Call {
  readonly path: string;
  readonly query?: string;
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What API Gateway hands to the function: host of the gateway, path and query raw, a body always in base64. */
function gatewayEvent({ path, query = IDENTITY, method = 'GET', body, headers }: Call): APIGatewayProxyEventV2 {
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers: { host: 'gateway.internal', 'content-type': 'application/json', ...headers },
    requestContext: {
      accountId: '1',
      apiId: 'api',
      domainName: 'gateway.internal',
      domainPrefix: 'api',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'HubSpot' },
      requestId: 'gateway-request',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    ...(body === undefined ? {} : { body: Buffer.from(body).toString('base64') }),
    isBase64Encoded: body !== undefined,
  };
}

const send = async (call: Call, signing: Parameters<typeof signedHeaders>[1] = {}) => {
  const { path, query = IDENTITY, method = 'GET', body } = call;
  const host = apiHost();
  const headers = signedHeaders(`${path}?${query}`, { method, ...(body === undefined ? {} : { body }), ...signing });
  const lambdaContext = {} as Context & LambdaContext;
  const event = gatewayEvent({ ...call, headers: { ...headers, ...call.headers } });
  const { statusCode, body: text } = await handle(host.app)(event as unknown as LambdaEvent, lambdaContext);
  return { host, status: statusCode, json: JSON.parse(text) };
};

describe('the function behind API Gateway', () => {
  it('verifies the public address, not the gateway’s host', async () => {
    const { status, json } = await send({ path: '/v1/pipelines' });

    expect(status).toBe(200);
    expect(json.pipelines).toHaveLength(1);
  });

  it('verifies the query in the order and with the escapes in which it came', async () => {
    const query = 'userEmail=rep%40example.com&stage=b%20c%2Bd&userId=9586504&appId=54321&pipeline=a&portalId=62515';

    expect((await send({ path: '/v1/pipelines', query })).status).toBe(200);
  });

  it('refuses the same query in another order', async () => {
    const reordered = IDENTITY.split('&').reverse().join('&');
    const headers = signedHeaders(`/v1/pipelines?${reordered}`);
    const { host, status, json } = await send({ path: '/v1/pipelines', headers });

    expect(status).toBe(401);
    expect(json.code).toBe('unauthorized');
    expect(host.calls).toEqual([]);
  });

  it('verifies a base64 body by its bytes', async () => {
    const path = '/v1/pipelines';
    const body = '{"note":"für später"}';

    expect((await send({ path, method: 'POST', body })).status).toBe(405);
    expect((await send({ path, method: 'POST', body }, { body: `${body} ` })).status).toBe(401);
  });

  it('refuses a body that no request of ours has, before it is read', async () => {
    const { status, json } = await send({ path: '/v1/pipelines', method: 'POST', body: 'x'.repeat(65 * 1024) });

    expect(status).toBe(413);
    expect(json.code).toBe('too-large');
  });
});
