import type { Preview, PreviewOptions } from './options.ts';

export type { Preview, PreviewOptions, PreviewUser } from './options.ts';

/** Starts the page that shows the real bundles of the extension in a host that behaves like HubSpot's. */
export async function startPreview(_options: PreviewOptions): Promise<Preview> {
  throw new Error('The preview is not built yet.');
}
