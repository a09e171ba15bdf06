import { seededRandom } from '@deal-stage-insights/shared';
import { afterEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../functions/ports/clock.ts';
import type { Faults, Simulator } from '../../local/hubspot-simulator/options.ts';
import { startSimulator } from '../../local/hubspot-simulator/start-simulator.ts';
import type { PortalSeed } from '../../local/portal-seed.ts';
import { type Runtime, startRuntime } from '../../local/runtime/start-runtime.ts';
import type { Installation } from '../../local/runtime/variables.ts';
import { aPortal, aSeedDeal, GENEROUS, START, standingClock } from './hubspot-simulator/small-portal.ts';
import { storedState } from './runtime/stored-state.ts';
import { signedGet } from './runtime/signed-get.ts';

const clock = (() => {
  const startedAt = performance.now();
  return { now: () => Math.floor(START + performance.now() - startedAt) };
})();

let running: { close(): Promise<void> }[] = [];
let failures: unknown[] = [];
afterEach(async () => {
  for (const each of running.reverse()) await each.close();
  running = [];
  expect(failures).toEqual([]);
  failures = [];
});

async function open(seed: PortalSeed, faults: Faults = {}, simulatorClock: Clock = clock) {
  const simulator = await startSimulator({
    seed,
    port: 0,
    clock: simulatorClock,
    accessToken: 'token',
    appId: '77',
    faults,
    limits: GENEROUS,
  });
  const installation: Installation = {
    hubspotUrl: simulator.url,
    accessToken: 'token',
    clientSecret: 'client-secret',
    publicBaseUrl: 'https://insights.example.com',
    portalId: seed.portalId,
    appId: '77',
    adminEmails: ['ann@example.com'],
    logLevel: 'SILENT',
  };
  const runtime = await startRuntime({
    installation,
    clock,
    dataDir: null,
    rollupWindowMs: 0,
    onFailure: (error) => failures.push(error),
  });
  simulator.sendWebhooksTo({
    publicUrl: 'https://insights.example.com/webhooks/hubspot',
    deliverTo: `${runtime.url}/webhooks/hubspot`,
    clientSecret: 'client-secret',
    propertyNames: ['dealstage', 'amount'],
  });
  running.push(runtime, simulator);
  const get = async (path: string, method?: 'POST') => {
    const answer = await signedGet({ backendUrl: runtime.url, installation, now: clock.now() }, path, method);
    return { status: answer.status, body: JSON.parse(await answer.text()) };
  };
  return { simulator, runtime, get };
}

async function everythingArrived(simulator: Simulator, runtime: Runtime): Promise<void> {
  await simulator.webhooksSent();
  await runtime.settled();
}

const portal = () => aPortal(Array.from({ length: 40 }, (_, index) => aSeedDeal(String(index + 1))));

describe('the whole way', () => {
  it('leads a loaded account to its reports and cards', async () => {
    const { runtime, get } = await open(portal());

    const read = await runtime.load();
    await runtime.settled();

    const report = await get('/v1/pipelines/sales/stages');
    const card = await get('/v1/deals/7/insights?pipeline=sales&stage=offer');
    expect(read).toBe(40);
    expect(report.body).toMatchObject({ pipelineId: 'sales', deals: { open: 40, won: 0, lost: 0 } });
    expect(card.body).toMatchObject({ dealId: '7', status: 'open', stage: { stageId: 'offer' }, behind: false });
    expect(card.body.visits).toHaveLength(2);
  });

  it('leads a move at HubSpot by its webhook to the card and to the report', async () => {
    const { simulator, runtime, get } = await open(portal());
    await runtime.load();
    await runtime.settled();

    simulator.desk.update('7', { dealstage: 'won' }, 'CRM_UI');
    await everythingArrived(simulator, runtime);

    const card = await get('/v1/deals/7/insights?pipeline=sales&stage=won');
    const report = await get('/v1/pipelines/sales/stages');
    expect(card.body).toMatchObject({ status: 'won', behind: false });
    expect(report.body.deals).toMatchObject({ open: 39, won: 1 });
  });

  it('reads everything again when an admin asks for it', async () => {
    const { runtime, get } = await open(portal());
    await runtime.load();

    const asked = await get('/v1/backfills', 'POST');
    await runtime.resumeBackfill();

    const { backfill } = (await get('/v1/backfills')).body;
    expect(asked).toMatchObject({ status: 202, body: { backfill: { state: 'running', dealsRead: 0 } } });
    expect(backfill).toMatchObject({ state: 'done', dealsRead: 40 });
  });

  it('refuses an unsigned request', async () => {
    const { runtime } = await open(portal());

    const answer = await fetch(`${runtime.url}/v1/deals/7/insights`);

    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});

/** The same deals in another order, as another export of the same account would have them. */
const shuffled = (seed: PortalSeed): PortalSeed => {
  const random = seededRandom(99);
  const deals = [...seed.deals].map((deal) => ({ deal, at: random() })).toSorted((a, b) => a.at - b.at);
  return { ...seed, deals: deals.map(({ deal }) => deal) };
};

/** Every delivery comes twice, the events of each in reverse, and with instants that are some ms off. */
const disturbed: Faults = {
  beforeDelivery: (events) => {
    const displaced = events.toReversed().map((event, index) => ({
      ...event,
      occurredAt: event.occurredAt + ((index * 37) % 90) - 45,
    }));
    return [displaced, events];
  },
};

describe('the same history', () => {
  const history = async (seed: PortalSeed, faults: Faults) => {
    const simulatorClock = standingClock();
    const { simulator, runtime } = await open(seed, faults, simulatorClock);
    await runtime.load();
    for (const [index, [dealId, change]] of CHANGES.entries()) {
      simulatorClock.forward(100);
      simulator.desk.update(dealId, change, 'CRM_UI');
      if (index % 3 === 0) await simulator.webhooksSent();
    }
    simulator.desk.archive('9');
    simulator.desk.merge('10', '11');
    await everythingArrived(simulator, runtime);
    return storedState({ portalId: seed.portalId, pipelineIds: ['sales', 'renewals'] });
  };

  it('gives the same records, blocks and reports, byte for byte, in whatever order, how often and when it arrives', {
    timeout: 120_000,
  }, async () => {
    const plain = await history(portal(), {});
    const again = await history(portal(), {});
    const other = await history(shuffled(portal()), disturbed);

    expect(plain.records).toHaveLength(40);
    expect(Object.keys(plain.blocks).length).toBeGreaterThan(10);
    expect(Object.values(plain.reports)).not.toContain(null);
    expect(again).toEqual(plain);
    expect(other).toEqual(plain);
  });
});

const CHANGES: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['1', { dealstage: 'won' }],
  ['2', { amount: '77' }],
  ['3', { dealstage: 'new' }],
  ['3', { dealstage: 'offer' }],
  ['4', { dealstage: 'lost' }],
  ['5', { pipeline: 'renewals', dealstage: 'due' }],
  ['4', { dealstage: 'offer' }],
  ['6', { dealstage: 'won', amount: '12.5' }],
];
