import { Hono } from 'hono';
import * as z from 'zod';
import { createHubSpotReader, RecordProblem } from './hubspot-reader.ts';
import type { PreviewOptions } from '../options.ts';

const changeSchema = z.object({ properties: z.record(z.string(), z.string()) });

/** What the record page itself needs: the account, deals, a search, and moves unless the portal is a real one. */
export function recordRoutes({ hubspotUrl, accessToken, readOnly }: PreviewOptions): Hono {
  const reader = createHubSpotReader(hubspotUrl, accessToken);
  const app = new Hono();
  app.onError((error, context) => {
    if (error instanceof RecordProblem)
      return context.json({ message: error.message }, error.httpStatus === 404 ? 404 : 502);
    if (error instanceof z.ZodError) return context.json({ message: z.prettifyError(error) }, 400);
    return context.json({ message: `HubSpot's API did not answer: ${error.message}` }, 502);
  });
  return app
    .get('/account', async (context) => context.json(await reader.account()))
    .get('/deals', async (context) => context.json(await reader.search(context.req.query('query') ?? '')))
    .get('/deals/:dealId', async (context) => {
      const also = (context.req.query('properties') ?? '').split(',').filter((name) => name !== '');
      return context.json(await reader.deal(context.req.param('dealId'), also));
    })
    .patch('/deals/:dealId', async (context) => {
      if (readOnly) return context.json({ message: 'This is a real portal: the preview only reads it.' }, 403);
      const { properties } = changeSchema.parse(await context.req.json());
      const dealId = context.req.param('dealId');
      await reader.change(dealId, properties);
      return context.json(await reader.deal(dealId, Object.keys(properties)));
    });
}
