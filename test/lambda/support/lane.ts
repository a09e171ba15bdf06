import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { bootstrapTable } from '../../../functions/adapters/dynamodb/bootstrap-table.ts';
import { openTable } from '../../../functions/adapters/dynamodb/table.ts';
import { startSimulator } from '../../../local/hubspot-simulator/start-simulator.ts';
import { signatureHeaders } from '../../../local/hubspot-simulator/webhooks/sign-request.ts';
import type { Faults } from '../../../local/hubspot-simulator/options.ts';
import { startEngines } from '../../../local/runtime/engines.ts';
import { LOCAL_AWS } from '../../../local/runtime/local-aws.ts';
import { pointSdkAt, TABLE_NAME } from '../../../local/runtime/variables.ts';
import { type FunctionAsset, functionAssets } from '../../../tools/lambda-lane/assets.ts';
import { type LambdaProcess, startLambda } from '../../../tools/lambda-lane/lambda-process.ts';
import { aPortal, aSeedDeal } from '../../local/hubspot-simulator/small-portal.ts';
import { startSecretsStub } from './secrets-stub.ts';

const PUBLIC_URL = 'https://insights.example.com';
const CLIENT_SECRET = 'client-secret';
const realClock = { now: () => Date.now() };

/** The engines, a small account and one process a function, as a deployment would have them. */
export async function openLane(faults: Faults = {}) {
  const engines = await startEngines(null);
  pointSdkAt(engines);
  const table = openTable({ name: TABLE_NAME, portalId: '4711', clock: realClock });
  await bootstrapTable(table);
  const seed = aPortal(Array.from({ length: 30 }, (_, index) => aSeedDeal(String(index + 1))));
  const simulator = await startSimulator({
    seed,
    port: 0,
    clock: realClock,
    accessToken: 'token',
    appId: '77',
    faults,
  });
  const secrets = await startSecretsStub({ HUBSPOT_ACCESS_TOKEN: 'token', HUBSPOT_CLIENT_SECRET: CLIENT_SECRET });
  const variables = {
    AWS_REGION: LOCAL_AWS.region,
    AWS_ACCESS_KEY_ID: LOCAL_AWS.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL_AWS.credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: engines.dynamodbUrl,
    AWS_ENDPOINT_URL_SQS: engines.queues.url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
    TABLE_NAME,
    INGEST_QUEUE_URL: engines.queues.urls.ingest,
    ROLLUP_QUEUE_URL: engines.queues.urls.rollup,
    HUBSPOT_SECRET_ARN: 'arn:aws:secretsmanager:eu-central-1:000000000000:secret:hubspot',
    HUBSPOT_API_URL: simulator.url,
    PUBLIC_BASE_URL: PUBLIC_URL,
    PORTAL_ID: '4711',
    APP_ID: '77',
    ADMIN_EMAILS: 'ann@example.com',
  };
  const assets = functionAssets(path.resolve(import.meta.dirname, '../../../cdk.out'));
  const processes: LambdaProcess[] = [];
  return {
    simulator,
    engines,
    async start(name: string, overrides: Partial<FunctionAsset> = {}): Promise<LambdaProcess> {
      const asset = assets.get(name);
      if (asset === undefined) throw new Error(`The stack has no function ${name}: run npm run synth first.`);
      const process = await startLambda({ ...asset, ...overrides }, variables);
      processes.push(process);
      return process;
    },
    async close() {
      await Promise.all(processes.map((process) => process.close()));
      await Promise.all([secrets.close(), simulator.close(), engines.close()]);
    },
  };
}

export interface HttpCall {
  readonly method: string;
  readonly path: string;
  readonly query?: string;
  readonly body?: string;
}

/** An API Gateway v2 event, signed by HubSpot. */
export function signedEvent({ method, path: rawPath, query = '', body = '' }: HttpCall) {
  const url = `${PUBLIC_URL}${rawPath}${query === '' ? '' : `?${query}`}`;
  return {
    ...httpEvent({ method, path: rawPath, query, body }),
    headers: {
      'content-type': 'application/json',
      ...lowerCased(signatureHeaders({ method, url, body, sentAt: Date.now() }, CLIENT_SECRET)),
    },
  };
}

export function httpEvent({ method, path: rawPath, query = '', body = '' }: HttpCall) {
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: query,
    headers: {},
    requestContext: {
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'HubSpot' },
      requestId: randomUUID(),
      stage: '$default',
      timeEpoch: Date.now(),
      domainName: 'insights.example.com',
      accountId: '000000000000',
      apiId: 'lane',
      domainPrefix: 'insights',
      routeKey: '$default',
      time: '',
    },
    ...(body === '' ? {} : { body: Buffer.from(body).toString('base64') }),
    isBase64Encoded: body !== '',
  };
}

export const CALLER = 'userId=9011&portalId=4711&userEmail=ann%40example.com&appId=77';

export const sqsEvent = (bodies: readonly string[]) => ({
  Records: bodies.map((body, index) => ({
    messageId: `message-${index}`,
    receiptHandle: String(index),
    body,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: 'lane',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:queue',
    awsRegion: 'eu-central-1',
  })),
});

const lowerCased = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
