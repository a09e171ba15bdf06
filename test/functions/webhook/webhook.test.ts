import { readFileSync } from 'node:fs';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { answerDelivery } from '../../../functions/webhook/answer-delivery.ts';
import { signatureHeaders } from '../../../local/hubspot-simulator/webhooks/sign-request.ts';
import { fakeClock, fakeQueues, fakeSecrets, silentLog } from '../../support/fakes.ts';

const PUBLIC_BASE_URL = 'https://insights.example.com';
const PATH = '/webhooks/hubspot';
const CLIENT_SECRET = 'a-client-secret';
const clock = fakeClock(1_790_000_000_000);

const fixture = (name: string): string => readFileSync(`test/fixtures/webhooks/${name}.json`, 'utf8');
const anEvent = (objectId: number) => ({
  portalId: 62515,
  subscriptionType: 'deal.propertyChange',
  objectId,
  propertyName: 'dealstage',
});

interface DeliveryOptions {
  readonly sentAt?: number;
  readonly secret?: string;
  readonly query?: string;
  readonly headers?: Record<string, string | undefined>;
  readonly event?: Partial<APIGatewayProxyEventV2>;
}

/** What API Gateway hands on when HubSpot delivers `body`. */
function aDelivery(body: string, options: DeliveryOptions = {}): APIGatewayProxyEventV2 {
  const { sentAt = clock.now(), secret = CLIENT_SECRET, query = '' } = options;
  const url = `${PUBLIC_BASE_URL}${PATH}${query === '' ? '' : `?${query}`}`;
  const http = { method: 'POST', path: PATH, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'HubSpot' };
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: PATH,
    rawQueryString: query,
    headers: { ...signatureHeaders({ method: 'POST', url, body, sentAt }, secret), ...options.headers },
    requestContext: {
      accountId: '1',
      apiId: 'api',
      domainName: 'abc.execute-api.eu-central-1.amazonaws.com', // Not the public one: a custom domain stands before it.
      domainPrefix: 'abc',
      http,
      requestId: 'request-1',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: sentAt,
    },
    body,
    isBase64Encoded: false,
    ...options.event,
  };
}

async function deliver(event: APIGatewayProxyEventV2, secrets = fakeSecrets(), takesV1 = false) {
  const queues = fakeQueues(clock);
  const deps = { ingestQueue: queues, secretSource: secrets, clock, log: silentLog, takesV1 };
  const answer = await answerDelivery({ ...deps, publicBaseUrl: PUBLIC_BASE_URL, portalId: '62515' }, event);
  const queued = queues.ingest.flatMap(({ dealIds }) => dealIds);
  return { status: answer.statusCode, answer, queued, queues };
}

describe('a delivery of webhooks', () => {
  it('queues every deal once, from both shapes of event and from merges', async () => {
    const { status, queues } = await deliver(aDelivery(fixture('generic-and-classic-events')));

    expect(status).toBe(204);
    expect(queues.ingest).toEqual([
      {
        dealIds: ['101', '102', '103', '104', '105', '106', '107', '108', '109'],
        origin: 'webhook',
        sentAt: clock.now(),
        arrived: ['v3', 'creation', 'deletion', 'restore', 'merge', 'propertyChange', 'associationChange'],
      },
    ]);
  });

  it('answers 2xx to what it passes over, because HubSpot repeats a refusal', async () => {
    expect(await deliver(aDelivery(fixture('events-to-pass-over')))).toMatchObject({ status: 204, queued: [] });
    expect(await deliver(aDelivery('[]'))).toMatchObject({ status: 204, queued: [] });
  });

  it.each<[string, object, readonly string[]]>([
    ['nothing in fields that it does not need', { objectId: 7, newObjectId: null, associationType: null }, ['7']],
    [
      'some ids that are none',
      { objectId: { id: 7 }, mergedObjectIds: [8, {}, -1, 1.5, 2 ** 53, '', 'a\nb', '9'] },
      ['8', '9'],
    ],
    ['a list of ids that is none', { objectId: 7, mergedObjectIds: 'all' }, ['7']],
    ['an account that is none', { objectId: 7, portalId: { id: 62515 } }, []],
    ['its account as a text', { objectId: 7, portalId: '62515' }, ['7']],
    ['no account', { objectId: 7, portalId: undefined }, ['7']],
    ['a type that is none', { objectId: 7, subscriptionType: 5, eventType: 'deal.creation' }, []],
    ['the other name for its type', { objectId: 7, subscriptionType: undefined, eventType: 'deal.creation' }, ['7']],
    [
      'the ends of an association that is none of deals',
      { associationType: 'CONTACT_TO_COMPANY', fromObjectId: 7, toObjectId: 8 },
      [],
    ],
    ['the ends of an association', { associationType: 'CONTACT_TO_DEAL', fromObjectId: 7, toObjectId: 8 }, ['8']],
  ])('takes what it can from an event that has %s', async (_, fields, dealIds) => {
    const event = { portalId: 62515, subscriptionType: 'deal.merge', ...fields };

    expect(await deliver(aDelivery(JSON.stringify([event])))).toMatchObject({ status: 204, queued: dealIds });
  });

  it('takes a hundred events and refuses more, which HubSpot never sends', async () => {
    const events = (count: number) => JSON.stringify(Array.from({ length: count }, (_, index) => anEvent(index + 1)));

    expect((await deliver(aDelivery(events(100)))).queued).toHaveLength(100);
    expect(await deliver(aDelivery(events(101)))).toMatchObject({ status: 400, queued: [] });
  });

  it('verifies the bytes of a base64 body', async () => {
    const body = JSON.stringify([{ ...anEvent(7), propertyValue: 'Übergabe ✓' }]);
    const event = { body: Buffer.from(body).toString('base64'), isBase64Encoded: true };

    expect(await deliver(aDelivery(body, { event }))).toMatchObject({ status: 204, queued: ['7'] });
  });

  it('verifies the query in the order in which it came', async () => {
    const body = JSON.stringify([anEvent(7)]);

    expect((await deliver(aDelivery(body, { query: 'b=2&a=x%40y' }))).status).toBe(204);
    expect((await deliver(aDelivery(body, { query: 'b=2&a=1', event: { rawQueryString: 'a=1&b=2' } }))).status).toBe(
      401,
    );
  });

  const body = JSON.stringify([anEvent(7)]);
  it.each<[string, APIGatewayProxyEventV2]>([
    ['unsigned', aDelivery(body, { headers: { 'x-hubspot-signature-v3': undefined } })],
    ['signed with version 1 alone', aDelivery(body, { headers: { 'x-hubspot-signature-v3': '' } })],
    ['signed with another secret', aDelivery(body, { secret: 'another-secret' })],
    ['changed after it was signed', aDelivery(body, { event: { body: body.replace('7', '8') } })],
    ['sent to another path', aDelivery(body, { event: { rawPath: '/webhooks/other' } })],
    ['stale', aDelivery(body, { sentAt: clock.now() - 300_001 })],
    ['dated in the future', aDelivery(body, { sentAt: clock.now() + 300_001 })],
    ['without a body', aDelivery(body, { event: { body: '' } })],
    ['not JSON and unsigned', aDelivery('{', { secret: 'another-secret' })],
  ])('is refused when it is %s: 401, and nothing is read', async (_, event) => {
    const { answer, queued } = await deliver(event);

    expect(answer.statusCode).toBe(401);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json' });
    expect(JSON.parse(answer.body ?? '')).toMatchObject({ status: 401, code: 'unauthorized', instance: 'request-1' });
    expect(queued).toEqual([]);
  });

  it.each(['{', '{}', '"text"', 'null', String.fromCharCode(0xff)])(
    'says what is wrong with the signed body %j',
    async (text) => {
      const { answer, queued } = await deliver(aDelivery(text));

      expect(answer.statusCode).toBe(400);
      expect(JSON.parse(answer.body ?? '')).toMatchObject({ code: 'invalid-request' });
      expect(queued).toEqual([]);
    },
  );

  it('goes on while the secret is rotated, also when this process does not know the new one yet', async () => {
    const old = { accessToken: 't', clientSecrets: ['an-old-secret'] };
    const secrets = { ...fakeSecrets(), read: async () => old };

    expect((await deliver(aDelivery(body), secrets)).status).toBe(204);
  });

  it('asks HubSpot to come again when the queue does not take the deals, and tells nothing of why', async () => {
    const deps = {
      secretSource: fakeSecrets(),
      clock,
      log: silentLog,
      publicBaseUrl: PUBLIC_BASE_URL,
      portalId: '62515',
      takesV1: false,
    };
    const broken = { sendDeals: () => Promise.reject(new Error('arn:aws:sqs:secret-detail')) };

    const answer = await answerDelivery({ ...deps, ingestQueue: broken }, aDelivery(body));

    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('secret-detail');
  });

  describe('that carries only a signature of version 1', () => {
    const withoutV3 = { 'x-hubspot-signature-v3': undefined };

    it('is taken when the switch is on, and said to be one', async () => {
      const { status, queues } = await deliver(aDelivery(body, { headers: withoutV3 }), fakeSecrets(), true);

      expect(status).toBe(204);
      expect(queues.ingest).toMatchObject([{ dealIds: ['7'], arrived: ['v1', 'propertyChange'] }]);
    });

    it.each<[string, APIGatewayProxyEventV2]>([
      ['of another secret', aDelivery(body, { headers: withoutV3, secret: 'another-secret' })],
      ['of another body', aDelivery(body, { headers: withoutV3, event: { body: body.replace('7', '8') } })],
      ['beside a wrong one of version 3', aDelivery(body, { headers: { 'x-hubspot-signature-v3': 'wrong' } })],
      ['that is missing', aDelivery(body, { headers: { ...withoutV3, 'x-hubspot-signature': undefined } })],
    ])('is refused with one %s, the switch notwithstanding', async (_, event) => {
      expect(await deliver(event, fakeSecrets(), true)).toMatchObject({ status: 401, queued: [] });
    });
  });
});
