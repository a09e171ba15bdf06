import type { Preview, PreviewOptions } from '../../../local/preview/options.ts';
import { inject } from 'vitest';
import { serveExtensions } from '../../../local/preview/server.ts';
import { PORTAL_NOW } from './portal.ts';
import { CLIENT_SECRET, PUBLIC_BASE_URL, previewOptions } from './preview-options.ts';
import { simulatedHubSpot } from './simulated-hubspot.ts';
import { startStubBackend, type StubBackend } from './stub-backend.ts';

export interface Stage {
  readonly url: string;
  readonly options: PreviewOptions;
  close(): Promise<void>;
}

/** The preview over a simulated HubSpot and a backend that says what a test wants. */
export async function startStubStage(
  start: (options: PreviewOptions) => Promise<Preview> = (options) => serveExtensions(options, inject('extensions')),
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
