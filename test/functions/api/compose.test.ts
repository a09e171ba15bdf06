import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootstrapTable } from '../../../functions/adapters/dynamodb/bootstrap-table.ts';
import { dynamoDealStore } from '../../../functions/adapters/dynamodb/deal-store.ts';
import { dynamoReferenceStore } from '../../../functions/adapters/dynamodb/reference-store.ts';
import { openTable } from '../../../functions/adapters/dynamodb/table.ts';
import { composeApi } from '../../../functions/api/compose.ts';
import { signatureHeaders } from '../../../local/hubspot-simulator/webhooks/sign-request.ts';
import { type Engines, startEngines } from '../../../local/runtime/engines.ts';
import { functionsEnv, pointSdkAt, TABLE_NAME } from '../../../local/runtime/variables.ts';
import { aDealThrough, aRecord, day, SALES } from '../../support/builders.ts';
import { fakeClock } from '../../support/fakes.ts';
import { SNAPSHOT } from '../rollup/rollup-host.ts';

const INSTALLATION = {
  hubspotUrl: 'http://127.0.0.1:1',
  accessToken: 'token',
  clientSecret: 'secret',
  publicBaseUrl: 'https://insights.example.com',
  portalId: '62515',
  appId: '54321',
  adminEmails: ['boss@example.com'],
  logLevel: 'SILENT',
} as const;

const OWNED_BY_ANOTHER = aDealThrough('new 3d, demo', {
  dealId: '7',
  histories: { hubspot_owner_id: [{ at: day(0), value: '70', sourceType: 'CRM_UI' }] },
});
const clock = fakeClock(day(20));
const OTHER = { ownerId: '70', userId: '700', teamIds: [], isArchived: false };
let engines: Engines;
let answer: ReturnType<typeof composeApi>;
beforeAll(async () => {
  engines = await startEngines(null);
  pointSdkAt(engines);
  const table = openTable({ name: TABLE_NAME, portalId: INSTALLATION.portalId, clock });
  await bootstrapTable(table);
  await dynamoReferenceStore(table).storePipelines({ ...SNAPSHOT, pipelines: [SALES] });
  await dynamoReferenceStore(table).storePeople({ owners: [OTHER], teams: [] }, 1);
  await dynamoDealStore(table).storeDeal(aRecord(OWNED_BY_ANOTHER), 0);
  answer = composeApi(functionsEnv(INSTALLATION, engines), clock);
});
afterAll(() => engines.close());

/** Calls the function as API Gateway does, for somebody of the account. */
async function call(method: string, path: string, { user = 'rep', body = '' } = {}) {
  const query = `userId=9011&portalId=62515&userEmail=${user}%40example.com&appId=54321`;
  const url = `${INSTALLATION.publicBaseUrl}${path}?${query.replaceAll('%40', '@')}`;
  const http = { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'HubSpot' };
  const { statusCode } = await answer({
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers: signatureHeaders({ method, url, body, sentAt: clock.now() }, INSTALLATION.clientSecret),
    requestContext: { ...REQUEST_CONTEXT, http },
    body,
    isBase64Encoded: false,
  });
  return statusCode;
}

const REQUEST_CONTEXT = {
  accountId: '000000000000',
  apiId: 'test',
  authentication: null,
  authorizer: {},
  domainName: 'insights.example.com',
  domainPrefix: 'insights',
  requestId: 'request',
  routeKey: '$default',
  stage: '$default',
  time: '',
  timeEpoch: 0,
};

describe('the function of cards and settings', () => {
  it('lets what is asked of a deal follow a change of the settings at once, though other routes took it', async () => {
    expect(await call('GET', '/v1/deals/7/insights')).toBe(200);

    const body = JSON.stringify({
      version: 0,
      value: { dealInsights: 'owner', showsNamedReps: false, groupOthersMin: 5 },
    });
    expect(await call('PUT', '/v1/settings/visibility', { user: 'boss', body })).toBe(200);

    expect(await call('GET', '/v1/deals/7/insights')).toBe(403);
  });

  it.each([
    ['GET', '/v1/deals/', 404],
    ['GET', '/v1/deals/7/nothing', 404],
    ['PATCH', '/v1/deals/7/insights', 405],
    ['GET', '/v1/deals', 404],
    ['GET', '/v1/dealsettings', 404],
    ['DELETE', '/v1/pipelines', 405],
    ['GET', '/', 404],
  ])('answers %s %s with %d', async (method, path, status) => {
    expect(await call(method, path)).toBe(status);
  });
});
