import { afterEach, describe, expect, it, vi } from 'vitest';
import { startSimulator } from '../../local/hubspot-simulator/start-simulator.ts';
import { signatureHeaders } from '../../local/hubspot-simulator/webhooks/sign-request.ts';
import { startRuntime } from '../../local/runtime/start-runtime.ts';
import type { Installation } from '../../local/runtime/variables.ts';
import { aPortal, aSeedDeal, GENEROUS, START } from './hubspot-simulator/small-portal.ts';

const BASE_URL = 'https://insights.example.com';
const clock = (() => {
  const startedAt = performance.now();
  return { now: () => Math.floor(START + performance.now() - startedAt) };
})();

/** What must never be in a log line, wherever it came from. */
const MARKED = {
  deal: 'Markeddeal',
  amount: '98765431',
  person: 'Markedperson',
  email: 'markedmail',
  token: 'markedtoken',
  secret: 'markedsecret',
  reason: 'Markedreason',
};

let open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const each of open.reverse()) await each.close();
  open = [];
});

function recordOutput(): string[] {
  const written: string[] = [];
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
  return written;
}

/** The whole product over an account in which everything is marked; HubSpot quotes it in its failures, when told to. */
async function openMarked() {
  const deals = Array.from({ length: 6 }, (_, index) => {
    const deal = aSeedDeal(String(index + 1));
    const marks = { dealname: `${MARKED.deal} ${index}`, amount: MARKED.amount, closed_lost_reason: MARKED.reason };
    return { ...deal, properties: { ...deal.properties, ...marks } };
  });
  const owner = { ownerId: '11', userId: '9011', teamIds: ['t1'], isArchived: false };
  const seed = aPortal(deals, {
    owners: [{ ...owner, email: `${MARKED.email}@example.com`, firstName: MARKED.person, lastName: MARKED.person }],
  });
  let broken: { readonly status: number; readonly body: string } | null = null;
  const simulator = await startSimulator({
    seed,
    port: 0,
    clock,
    accessToken: MARKED.token,
    appId: '77',
    limits: GENEROUS,
    faults: {
      beforeAnswer: ({ path }) => (broken !== null && path.endsWith('/batch/read') ? { instead: broken } : null),
    },
  });
  const installation: Installation = {
    hubspotUrl: simulator.url,
    accessToken: MARKED.token,
    clientSecret: MARKED.secret,
    publicBaseUrl: BASE_URL,
    portalId: seed.portalId,
    appId: '77',
    adminEmails: [`${MARKED.email}@example.com`],
    logLevel: 'DEBUG',
  };
  const runtime = await startRuntime({ installation, clock, dataDir: null, rollupWindowMs: 0, onFailure: () => {} });
  open.push(runtime, simulator);

  const call = async (method: string, path: string, body = '', secret = MARKED.secret): Promise<number> => {
    const query = `userId=9011&portalId=${seed.portalId}&userEmail=${MARKED.email}%40example.com&appId=77`;
    const target = `${path}${path.includes('?') ? '&' : '?'}${query}`;
    const headers = signatureHeaders({ method, url: BASE_URL + target, body, sentAt: clock.now() }, secret);
    const answer = await fetch(runtime.url + target, { method, headers, ...(body !== '' && { body }) });
    await answer.arrayBuffer();
    return answer.status;
  };
  const webhook = async (body: string, secret = MARKED.secret): Promise<number> => {
    const url = `${BASE_URL}/webhooks/hubspot`;
    const headers = signatureHeaders({ method: 'POST', url, body, sentAt: clock.now() }, secret);
    return (await fetch(`${runtime.url}/webhooks/hubspot`, { method: 'POST', headers, body })).status;
  };
  const breakReads = (fault: typeof broken): void => void (broken = fault);
  return { runtime, call, webhook, breakReads };
}

const anEvent = (objectId: number, propertyValue: string): string =>
  JSON.stringify([{ portalId: 4711, subscriptionType: 'deal.propertyChange', objectId, propertyValue }]);

describe('what the functions write into their logs', () => {
  it('names no person, no deal, no amount and no secret, whatever happens', { timeout: 90_000 }, async () => {
    const written = recordOutput();
    const { runtime, call, webhook, breakReads } = await openMarked();
    const manager = { user: `${MARKED.email}@example.com`, teams: 'all' };

    await runtime.load();
    await runtime.settled();
    await runtime.reconcile();
    await runtime.nightly();
    const answers = [
      await call('GET', `/v1/deals/1/insights?pipeline=sales&stage=offer&note=${MARKED.deal}`),
      await call('GET', `/v1/deals/${MARKED.deal}/insights`),
      await call('GET', '/v1/pipelines/sales/stages'),
      await call('PUT', '/v1/settings/managers', JSON.stringify({ version: 0, value: { managers: [manager] } })),
      await call('PUT', '/v1/settings/managers', `{"version":0,"value":"${MARKED.person}`),
      await call('PUT', `/v1/settings/${MARKED.person}`, '{}'),
      await call('GET', '/v1/health', '', 'another secret'),
      await call('POST', '/v1/erase', JSON.stringify({ scope: 'deal', dealId: '6' })),
      await webhook(anEvent(2, MARKED.deal)),
      await webhook(`[{"propertyValue":"${MARKED.deal}`),
      await webhook(`${MARKED.deal} is not JSON`),
      await webhook(anEvent(3, MARKED.deal), 'another secret'),
    ];
    await runtime.settled();
    for (const [place, fault] of [
      { status: 400, body: JSON.stringify({ status: 'error', message: `${MARKED.deal} is not valid`, category: 'X' }) },
      { status: 200, body: JSON.stringify({ results: [{ id: '4', properties: { dealname: { [MARKED.deal]: 1 } } }] }) },
    ].entries()) {
      breakReads(fault);
      await webhook(anEvent(place + 2, MARKED.deal));
      await runtime.settled();
      await runtime.reconcile();
    }
    breakReads({
      status: 401,
      body: JSON.stringify({ status: 'error', message: `The token ${MARKED.token} is over` }),
    });
    await webhook(anEvent(5, MARKED.deal)); // Comes again and again: the queue never comes to rest.
    await vi.waitFor(() => expect(written.join('')).toContain('"message":"not recorded"'), 20_000);
    vi.restoreAllMocks();

    const output = written.join('');
    expect(answers).toEqual([200, 404, 200, 200, 400, 400, 401, 200, 204, 400, 400, 401]);
    for (const message of ['request', 'refused', 'settings changed', 'erasure asked for', 'received', 'recorded'])
      expect(output, message).toContain(`"message":"${message}"`);
    for (const message of ['rolled up', 'reconciled', 'nightly', 'set aside', 'deal erased'])
      expect(output, message).toContain(`"message":"${message}"`);
    for (const [what, mark] of Object.entries(MARKED)) expect(linesWith(written, mark), what).toEqual([]);
  });
});

const linesWith = (written: readonly string[], mark: string): readonly string[] =>
  written
    .join('')
    .split('\n')
    .filter((line) => line.toLowerCase().includes(mark.toLowerCase()));
