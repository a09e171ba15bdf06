import { Hono } from 'hono';
import type { PreviewOptions } from './options.ts';

/**
 * What a browser may open at the backend's public address by itself, without HubSpot: the links of an export, which are their
 * own proof. All else there is signed by HubSpot, and nobody follows it as a link.
 */
export function publicRoutes({ backendUrl }: Pick<PreviewOptions, 'backendUrl'>): Hono {
  return new Hono().get('/v1/exports/:token', async (context) => {
    const { status, headers, body } = await fetch(`${backendUrl}/v1/exports/${context.req.param('token')}`);
    const kept = ['content-type', 'content-disposition'].flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value] as [string, string]];
    });
    return new Response(body, { status, headers: kept });
  });
}
