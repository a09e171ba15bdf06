import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { answerDelivery } from '../../functions/webhook/answer-delivery.ts';
import { signatureHeaders } from '../../local/hubspot-simulator/webhooks/sign-request.ts';
import { fakeClock, fakeQueues, fakeSecrets, silentLog } from '../support/fakes.ts';
import { expectCalm, type Surface } from './finding.ts';
import { mutatedJson, mutatedText, NASTY_TEXTS, pick, type Random, randomOf } from './nasty.ts';

const BASE_URL = 'https://insights.example.com';
const PATH = '/webhooks/hubspot';
const clock = fakeClock(1_790_000_000_000);

const EVENTS = [
  { portalId: 62515, subscriptionType: 'deal.propertyChange', objectId: 1, propertyName: 'dealstage', occurredAt: 1 },
  { portalId: 62515, subscriptionType: 'object.creation', objectTypeId: '0-3', objectId: '2' },
  { portalId: 62515, eventType: 'deal.merge', primaryObjectId: 3, mergedObjectIds: [4, 5], newObjectId: 6 },
  {
    portalId: 62515,
    subscriptionType: 'object.associationChange',
    associationType: 'DEAL_TO_CONTACT',
    fromObjectId: 7,
  },
];

/** Bodies of any form with a right signature: HubSpot's own may be wrong, and its secret may have leaked. */
export function webhookSurface(): Surface {
  return {
    name: 'webhooks',
    async feed(nth) {
      const random = randomOf(nth);
      const body = bodyOf(random, nth);
      const bytes = Buffer.from(body, random() < 0.05 ? 'latin1' : 'utf8');
      const isSigned = random() < 0.95;
      const headers = signatureHeaders(
        { method: 'POST', url: BASE_URL + PATH, body, sentAt: clock.now() },
        isSigned ? 'a-client-secret' : 'another',
      );
      const query = random() < 0.1 ? pick(random, NASTY_TEXTS).slice(0, 500) : '';
      const sent = random() < 0.9 ? headers : { ...headers, 'x-hubspot-request-timestamp': body.slice(0, 20) };
      const deps = { secretSource: fakeSecrets(), clock, log: silentLog, takesV1: random() < 0.1, portalId: '62515' };
      const answer = await answerDelivery(
        { ...deps, ingestQueue: fakeQueues(clock), publicBaseUrl: BASE_URL },
        aDelivery({ body: bytes.toString('base64'), headers: sent, query, isBase64: true }),
      );
      expectCalm(body, { status: answer.statusCode ?? 0, body: answer.body ?? '' });
    },
  };
}

function bodyOf(random: Random, nth: number): string {
  if (nth < NASTY_TEXTS.length) return NASTY_TEXTS[nth] ?? '';
  if (random() < 0.1) return pick(random, NASTY_TEXTS);
  if (random() < 0.3) return mutatedText(random, JSON.stringify(EVENTS));
  return JSON.stringify(mutatedJson(random, EVENTS)) ?? '';
}

interface DeliveryParts {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly isBase64?: boolean;
}

/** What API Gateway hands on. */
export function aDelivery({ body, headers, query = '', isBase64 = false }: DeliveryParts): APIGatewayProxyEventV2 {
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: PATH,
    rawQueryString: query,
    headers,
    requestContext: {
      accountId: '1',
      apiId: 'api',
      domainName: 'abc.example.com',
      domainPrefix: 'abc',
      http: { method: 'POST', path: PATH, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'HubSpot' },
      requestId: 'request-1',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    body,
    isBase64Encoded: isBase64,
  };
}
