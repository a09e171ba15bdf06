import { Hono } from 'hono';
import type { Asset } from './build/browser-assets.ts';
import type { Extensions } from './build/extensions.ts';
import type { PreviewOptions } from './options.ts';
import { type PageConfig, PUBLIC_PATH } from './page-config.ts';
import { PAGE_HTML } from './page-html.ts';
import { createFetchProxy } from './proxy/fetch-proxy.ts';
import { publicRoutes } from './public-routes.ts';
import { recordRoutes } from './record/record-routes.ts';
import { sameMachine } from './same-machine.ts';

interface AppParts {
  readonly options: PreviewOptions;
  readonly extensions: Extensions;
  readonly assets: ReadonlyMap<string, Asset>;
}

/** The places that the page draws by itself: the record, the app's pages as HubSpot addresses them, its settings. */
const PAGE_ADDRESSES = [
  '/',
  '/contacts/:hubId/record/0-3/:dealId',
  '/app/:hubId/:appId/*',
  '/settings/:hubId/:appId',
  '/gallery',
];

/** The preview as an HTTP application: the page, the bundles, HubSpot's fetch proxy, and the record page's own data. */
export function createPreviewApp({ options, extensions, assets }: AppParts): Hono {
  const app = new Hono();
  app.use(sameMachine);
  app.use(async function headers(context, next) {
    await next();
    context.header('cache-control', 'no-store');
    context.header('x-content-type-options', 'nosniff');
    // The page and its worker speak to this server alone: nothing of the portal leaves the machine.
    context.header(
      'content-security-policy',
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
    );
  });
  for (const address of PAGE_ADDRESSES) app.get(address, (context) => context.html(PAGE_HTML));
  app.get('/preview/config', (context) => context.json(configOf(options, extensions)));
  app.route('/preview/record', recordRoutes(options));
  app.route(PUBLIC_PATH, publicRoutes(options));
  app.post('/api/crm-extensibility/execution/internal/v3/proxy', createFetchProxy(options, extensions.permittedUrls));
  app.get('/assets/:name', (context) => {
    const asset = assets.get(context.req.path);
    if (asset === undefined) return context.notFound();
    return context.body(asset.body, 200, { 'content-type': asset.contentType });
  });
  app.get('/bundles/:name', (context) => {
    const script = extensions.bundles.get(context.req.path);
    if (script === undefined) return context.notFound();
    return context.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' });
  });
  return app;
}

function configOf(options: PreviewOptions, { appName, entries, variables }: Extensions): PageConfig {
  const { portalId, appId, currency, timeZone, locale = 'en-US', readOnly, users } = options;
  return { portalId, appId, appName, currency, timeZone, locale, readOnly, users, variables, extensions: entries };
}
