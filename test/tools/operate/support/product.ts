import type { Clock } from '../../../../functions/ports/clock.ts';
import type { Faults, Simulator } from '../../../../local/hubspot-simulator/options.ts';
import { startSimulator } from '../../../../local/hubspot-simulator/start-simulator.ts';
import { type Runtime, startRuntime } from '../../../../local/runtime/start-runtime.ts';
import { ACCESS_TOKEN, aPortal, aSeedDeal, GENEROUS, START } from '../../../local/hubspot-simulator/small-portal.ts';
import { startForwarder } from './forwarder.ts';

export const CLIENT_SECRET = 'client-secret-of-the-test';
export const APP_ID = '54321'; // What the fake CLI tells.
const PORTAL_ID = '4711';

export interface ProductOptions {
  readonly hasBackend?: boolean;
  readonly faults?: Faults;
  /** Of the account at HubSpot. */
  readonly portalId?: string;
}

/** HubSpot's simulator with twelve deals and, where it is wanted, the product's functions over the embedded engines. */
export async function startProduct({ hasBackend = false, faults = {}, portalId = PORTAL_ID }: ProductOptions) {
  const openedAt = performance.now(); // Calls to HubSpot are paced: a clock that stood still would hold them for ever.
  const clock = { now: () => Math.floor(START + performance.now() - openedAt) };
  const deals = Array.from({ length: 12 }, (_, index) => aSeedDeal(String(index + 1)));
  const seed = aPortal(deals, { portalId });
  const options = { port: 0, accessToken: ACCESS_TOKEN, appId: APP_ID, limits: GENEROUS };
  const simulator = await startSimulator({ ...options, seed, clock, faults });
  const [hubspot, api] = [await startForwarder(clock.now), await startForwarder(clock.now)];
  hubspot.to(simulator.url);
  const runtime = hasBackend ? await startFunctions(clock, simulator.url, api.url) : null;
  if (runtime !== null) api.to(runtime.url);
  const { AWS_ENDPOINT_URL_DYNAMODB: dynamodb = '', AWS_ENDPOINT_URL_SQS: sqs = '' } = process.env;
  let backfilling: Promise<unknown> = Promise.resolve();
  return {
    runtime,
    now: clock.now,
    hubspotUrl: hubspot.url,
    apiUrl: api.url,
    engines: hasBackend ? { dynamodb, sqs } : null,
    startBackfill: () => void (backfilling = runtime?.load() ?? backfilling),
    async backfilled() {
      await backfilling;
      await runtime?.settled();
    },
    async moveADeal() {
      await sendAMove(simulator, `${api.url}/webhooks/hubspot`);
      await runtime?.settled();
    },
    async close() {
      await runtime?.close();
      for (const each of [simulator, hubspot, api]) await each.close();
    },
  };
}

const startFunctions = (clock: Clock, hubspotUrl: string, publicBaseUrl: string): Promise<Runtime> =>
  startRuntime({
    installation: {
      hubspotUrl,
      accessToken: ACCESS_TOKEN,
      clientSecret: CLIENT_SECRET,
      publicBaseUrl,
      portalId: PORTAL_ID,
      appId: APP_ID,
      adminEmails: ['ann@example.com'],
      logLevel: 'SILENT',
    },
    clock,
    dataDir: null,
    rollupWindowMs: 0,
    onFailure: (error) => {
      throw error;
    },
  });

async function sendAMove(simulator: Simulator, url: string): Promise<void> {
  const propertyNames = ['dealstage'];
  simulator.sendWebhooksTo({ publicUrl: url, deliverTo: url, clientSecret: CLIENT_SECRET, propertyNames });
  simulator.desk.update('1', { dealstage: 'new' });
  await simulator.webhooksSent();
}
