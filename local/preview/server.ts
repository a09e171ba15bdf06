import path from 'node:path';
import { serve } from '@hono/node-server';
import { createPreviewApp } from './app.ts';
import { bundleBrowserAssets } from './build/browser-assets.ts';
import { buildExtensions, type Extensions } from './build/extensions.ts';
import { withGallery } from './build/gallery.ts';
import type { Preview, PreviewOptions } from './options.ts';

const EXTENSION_SRC = path.join(import.meta.dirname, '../../hubspot-project/src');

/** Starts the page that shows the real bundles of the extension in a host that behaves like HubSpot's. */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  return serveExtensions(options, await withGallery(await buildExtensions(EXTENSION_SRC, options.publicBaseUrl)));
}

/** The same page for bundles that are already built. */
export async function serveExtensions(options: PreviewOptions, extensions: Extensions): Promise<Preview> {
  if (options.users.length === 0) throw new Error('The preview needs at least one user to act as.');
  const app = createPreviewApp({ options, extensions, assets: await bundleBrowserAssets() });
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: options.port, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        url: `http://localhost:${port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${options.port} is in use: stop what runs there, or choose another port for the preview.`)
          : error,
      ),
    );
  });
}
