import { createHmac } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { shardOf } from '@deal-stage-insights/shared';
import { dynamoDealNotesStore } from '../functions/adapters/dynamodb/deal-notes-store.ts';
import { dynamoDealStore } from '../functions/adapters/dynamodb/deal-store.ts';
import { dynamoErasureStore } from '../functions/adapters/dynamodb/erasure-store.ts';
import { dynamoReferenceStore } from '../functions/adapters/dynamodb/reference-store.ts';
import { dynamoReportStore } from '../functions/adapters/dynamodb/report-store.ts';
import { dynamoSettingsStore } from '../functions/adapters/dynamodb/settings-store.ts';
import { dynamoSnoozeStore } from '../functions/adapters/dynamodb/snooze-store.ts';
import type { Table } from '../functions/adapters/dynamodb/table.ts';
import { createApp, warmParts } from '../functions/api/app.ts';
import { dealRoutes } from '../functions/api/routes/deals.ts';
import type { DealApiDeps } from '../functions/api/deps.ts';
import { startEngine } from '../test/support/dynalite.ts';
import { fakeQueues, fakeSecrets, silentLog } from '../test/support/fakes.ts';
import { type Measurement, median } from './measurement.ts';
import { fillTable } from './support/filled-table.ts';
import { BENCH_NOW } from './support/some-deals.ts';

const DEALS = 3000;
const ROUNDS = 600;
const BASE_URL = 'https://insights.example.com';
const SECRET = 'a-client-secret';

/** What one card request costs in units and round trips, and how long it takes against the same reads made bare. */
export async function measure(): Promise<Measurement[]> {
  const engine = await startEngine();
  try {
    const { table, clock, meter } = await engine.newTable('1');
    clock.set(BENCH_NOW);
    const { dealIds } = await fillTable(table, DEALS);
    const ask = cardRequests(table);
    const bare = bareReads(table);
    await ask(signedRequest(dealIds[0] ?? ''));
    meter.reset();
    await ask(signedRequest(dealIds[1] ?? ''));
    const { readUnits, requests } = meter.used();
    const [cardMs, bareMs] = [[], []] as [number[], number[]];
    for (let round = 0; round < ROUNDS; round += 1) {
      const dealId = dealIds[round % dealIds.length] ?? '';
      bareMs.push(await timed(() => bare(dealId)));
      const request = signedRequest(dealId);
      cardMs.push(await timed(() => ask(request)));
    }
    return [
      { name: 'card request, units read', value: readUnits, unit: 'RCU', budget: 3, against: `${DEALS} deals, warm` },
      { name: 'card request, reads (all at once)', value: requests, unit: 'reads', budget: null, against: 'warm' },
      {
        name: 'card request, server time',
        value: median(cardMs) / median(bareMs),
        unit: 'ratio',
        budget: 1.5,
        against: `the same reads made bare (${median(cardMs).toFixed(2)} ms against ${median(bareMs).toFixed(2)} ms)`,
      },
    ];
  } finally {
    await engine.close();
  }
}

const noTasks = { findByMark: async () => null, create: () => Promise.reject(new Error('A card makes no task.')) };

function cardRequests(table: Table): (request: Request) => Promise<void> {
  const deps: DealApiDeps = {
    dealStore: dynamoDealStore(table),
    dealNotes: dynamoDealNotesStore(table),
    taskDesk: noTasks,
    reportStore: dynamoReportStore(table),
    referenceStore: dynamoReferenceStore(table),
    settingsStore: dynamoSettingsStore(table),
    snoozeStore: dynamoSnoozeStore(table),
    ingestQueue: fakeQueues(),
    rollupQueue: fakeQueues(),
    secretSource: fakeSecrets({ accessToken: 'none', clientSecrets: [SECRET] }),
    clock: table.clock,
    log: silentLog,
    installation: { portalId: '1', appId: '2', publicBaseUrl: BASE_URL, adminEmails: [] },
  };
  const door = { ...deps, erasing: { erasures: dynamoErasureStore(table) } };
  const warm = warmParts(door);
  const app = createApp(door, warm, dealRoutes({ ...deps, ...warm }));
  return async (request) => {
    const response = await app.request(request);
    if (response.status !== 200) throw new Error(`The card request was answered ${response.status}.`);
    await response.text();
  };
}

/** As HubSpot would send it; made outside of what is timed. */
function signedRequest(dealId: string): Request {
  const uri = `${BASE_URL}/v1/deals/${dealId}/insights?pipeline=sales&userId=3&portalId=1&userEmail=a@example.com&appId=2`;
  const timestamp = String(BENCH_NOW);
  const signature = createHmac('sha256', SECRET).update(`GET${uri}${timestamp}`).digest('base64');
  return new Request(uri, {
    headers: { 'x-hubspot-request-timestamp': timestamp, 'x-hubspot-signature-v3': signature },
  });
}

/** The floor: the four items of a warm card request, read by the client alone. */
function bareReads({ client, name, keys }: Table): (dealId: string) => Promise<void> {
  const read = (key: object) => client.send(new GetCommand({ TableName: name, Key: { ...key } }));
  return async (dealId) => {
    const shard = shardOf(dealId);
    await Promise.all([
      read(keys.deal(shard, dealId)),
      read(keys.dealNotes(shard, dealId)),
      read(keys.report('sales', 'model')),
      read(keys.report('sales', 'coaching-figures')),
    ]);
  };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
