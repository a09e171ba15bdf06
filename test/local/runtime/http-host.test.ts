import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { afterEach, describe, expect, it } from 'vitest';
import { startHttpHost } from '../../../local/runtime/http-host.ts';
import type { Listening } from '../../../local/listen-locally.ts';

const NOW = Date.parse('2012-03-14T16:00:00.000Z');
let host: Listening;
let seen: APIGatewayProxyEventV2[];
let failures: unknown[];
afterEach(() => host.close());

async function open(answer: () => APIGatewayProxyStructuredResultV2 = () => ({ statusCode: 204 })) {
  [seen, failures] = [[], []];
  host = await startHttpHost({
    clock: { now: () => NOW },
    onFailure: (error) => failures.push(error),
    routeTo: (path) => ({
      functionName: path.startsWith('/webhooks/') ? 'webhook' : 'api',
      invoke: async (eventJson, context) => {
        seen.push(JSON.parse(eventJson));
        if (context.functionName === 'webhook') return { statusCode: 202 };
        return answer();
      },
    }),
  });
}

describe('the HTTP host', () => {
  it('hands on the path and the query exactly as they came, for the signature', async () => {
    await open();

    await fetch(`${host.url}/v1/deals/1/insights?b=2&userEmail=rep%40example.com&a=1&a=%2B`);

    expect(seen[0]).toMatchObject({
      version: '2.0',
      rawPath: '/v1/deals/1/insights',
      rawQueryString: 'b=2&userEmail=rep%40example.com&a=1&a=%2B',
      queryStringParameters: { b: '2', userEmail: 'rep@example.com', a: '1,+' },
      requestContext: { http: { method: 'GET' }, timeEpoch: NOW, stage: '$default' },
      isBase64Encoded: false,
    });
    expect(seen[0]).not.toHaveProperty('body');
  });

  it('hands on JSON as text and other bodies as base64', async () => {
    await open();
    const post = (type: string, body: string) =>
      fetch(`${host.url}/v1/x`, { method: 'POST', headers: { 'content-type': type }, body });

    await post('application/json', '{"ä":1}');
    await post('application/octet-stream', '{"ä":1}');

    expect(seen.map(({ body, isBase64Encoded }) => [body, isBase64Encoded])).toEqual([
      ['{"ä":1}', false],
      [Buffer.from('{"ä":1}').toString('base64'), true],
    ]);
  });

  it('sends a path to its function', async () => {
    await open();

    const answers = [await fetch(`${host.url}/webhooks/hubspot`, { method: 'POST' }), await fetch(`${host.url}/v1/x`)];

    expect(answers.map(({ status }) => status)).toEqual([202, 204]);
  });

  it('answers status, headers and decoded body', async () => {
    await open(() => ({
      statusCode: 418,
      headers: { 'x-kept': 'yes', 'content-type': 'text/plain' },
      body: Buffer.from('tea').toString('base64'),
      isBase64Encoded: true,
    }));

    const answer = await fetch(`${host.url}/v1/x`);

    expect([answer.status, answer.headers.get('x-kept'), await answer.text()]).toEqual([418, 'yes', 'tea']);
  });

  it('answers 500 with nothing internal when the function throws, and reports the error', async () => {
    await open(() => {
      throw new Error('the secret detail');
    });

    const answer = await fetch(`${host.url}/v1/x`);

    expect([answer.status, await answer.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
    expect(failures).toEqual([new Error('the secret detail')]);
  });
});
