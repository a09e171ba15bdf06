import { startSimulator } from '../../../local/hubspot-simulator/start-simulator.ts';
import type { Preview, PreviewOptions } from '../../../local/preview/options.ts';
import { startPreview } from '../../../local/preview/server.ts';
import { startRuntime } from '../../../local/runtime/start-runtime.ts';
import { PORTAL_NOW, somePortal } from './portal.ts';
import { startStubBackend, type StubBackend } from './stub-backend.ts';

const PUBLIC_BASE_URL = 'https://insights.example.com';
const ACCESS_TOKEN = 'simulated-token';
const CLIENT_SECRET = 'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy';
const APP_ID = '54321';

export interface Stage {
  readonly url: string;
  readonly options: PreviewOptions;
  close(): Promise<void>;
}

export const REP = {
  userId: '1901',
  email: 'alva@example.com',
  firstName: 'Alva',
  lastName: 'Rep',
  teams: [{ teamId: '31', name: 'Field sales' }],
  role: 'rep',
};
const MANAGER = {
  ...REP,
  userId: '1902',
  email: 'milo@example.com',
  firstName: 'Milo',
  lastName: 'Manager',
  role: 'manager',
};

/** What a preview is told, for a portal whose clock stands still. */
export const previewOptions = (urls: { readonly backendUrl: string; readonly hubspotUrl: string }): PreviewOptions => ({
  ...urls,
  port: 0,
  publicBaseUrl: PUBLIC_BASE_URL,
  accessToken: ACCESS_TOKEN,
  clientSecret: CLIENT_SECRET,
  portalId: '62515',
  appId: APP_ID,
  clock: { now: () => PORTAL_NOW },
  users: [REP, MANAGER],
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  readOnly: false,
});

const simulatedHubSpot = () =>
  startSimulator({
    seed: somePortal(),
    port: 0,
    clock: { now: () => PORTAL_NOW },
    accessToken: ACCESS_TOKEN,
    appId: APP_ID,
  });

/** The preview over a simulated HubSpot and a backend that says what a test wants. */
export async function startStubStage(
  start: (options: PreviewOptions) => Promise<Preview> = startPreview,
): Promise<Stage & { readonly backend: StubBackend }> {
  const backend = await startStubBackend({
    publicBaseUrl: PUBLIC_BASE_URL,
    clientSecret: CLIENT_SECRET,
    now: () => PORTAL_NOW,
  });
  const hubspot = await simulatedHubSpot();
  const options = previewOptions({ backendUrl: backend.url, hubspotUrl: hubspot.url });
  const preview = await start(options);
  return {
    url: preview.url,
    options,
    backend,
    close: async () => {
      await preview.close();
      await hubspot.close();
      await backend.close();
    },
  };
}

/** The whole product on this machine: a simulated HubSpot whose moves reach the functions by webhook, and the preview. */
export async function startRealStage(): Promise<Stage> {
  const clock = { now: () => PORTAL_NOW };
  const hubspot = await simulatedHubSpot();
  const runtime = await startRuntime({
    installation: {
      hubspotUrl: hubspot.url,
      accessToken: ACCESS_TOKEN,
      clientSecret: CLIENT_SECRET,
      publicBaseUrl: PUBLIC_BASE_URL,
      portalId: '62515',
      appId: APP_ID,
      adminEmails: [MANAGER.email],
      logLevel: 'SILENT',
    },
    clock,
    dataDir: null,
    rollupWindowMs: 100,
    onFailure: () => undefined,
  });
  await runtime.load();
  await runtime.settled();
  hubspot.sendWebhooksTo({
    publicUrl: `${PUBLIC_BASE_URL}/webhooks/hubspot`,
    deliverTo: `${runtime.url}/webhooks/hubspot`,
    clientSecret: CLIENT_SECRET,
    propertyNames: ['dealstage', 'amount', 'hubspot_owner_id', 'closedate', 'dealname'],
  });
  const options = previewOptions({ backendUrl: runtime.url, hubspotUrl: hubspot.url });
  const preview = await startPreview(options);
  return {
    url: preview.url,
    options,
    close: async () => {
      await preview.close();
      await runtime.close();
      await hubspot.close();
    },
  };
}
