import { inject } from 'vitest';
import { serveExtensions } from '../../../local/preview/server.ts';
import { shiftedClock } from '../../../local/runtime/shifted-clock.ts';
import { startRuntime } from '../../../local/runtime/start-runtime.ts';
import { PORTAL_NOW } from './portal.ts';
import { ACCESS_TOKEN, APP_ID, CLIENT_SECRET, MANAGER, PUBLIC_BASE_URL, previewOptions } from './preview-options.ts';
import { simulatedHubSpot } from './simulated-hubspot.ts';
import type { Stage } from './stub-stage.ts';

/** The whole product on this machine: a simulated HubSpot whose moves reach the functions by webhook, and the preview. */
export async function startRealStage(): Promise<Stage & { readonly failures: readonly unknown[] }> {
  // It runs on: a backfill waits for its turn by this clock.
  const clock = shiftedClock(PORTAL_NOW);
  const hubspot = await simulatedHubSpot(clock);
  const failures: unknown[] = [];
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
    onFailure: (error) => failures.push(error),
  });
  await runtime.load();
  await runtime.settled();
  hubspot.sendWebhooksTo({
    publicUrl: `${PUBLIC_BASE_URL}/webhooks/hubspot`,
    deliverTo: `${runtime.url}/webhooks/hubspot`,
    clientSecret: CLIENT_SECRET,
    propertyNames: ['dealstage', 'amount', 'hubspot_owner_id', 'closedate', 'dealname'],
  });
  const options = { ...previewOptions({ backendUrl: runtime.url, hubspotUrl: hubspot.url }), clock };
  const preview = await serveExtensions(options, inject('extensions'));
  return {
    url: preview.url,
    options,
    failures,
    close: async () => {
      await preview.close();
      await runtime.close();
      await hubspot.close();
    },
  };
}
