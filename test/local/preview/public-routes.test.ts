import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicRoutes } from '../../../local/preview/public-routes.ts';

let backendUrl = '';
let close = () => {};

beforeAll(async () => {
  const backend = new Hono().get('/v1/exports/:token', (c) =>
    c.req.param('token') === 'good'
      ? c.body('stage,left\nDemo,3\n', 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="stages-stages.csv"',
        })
      : c.json({ code: 'unauthorized' }, 401),
  );
  const port = await new Promise<number>((resolve) => {
    const server = serve({ fetch: backend.fetch, port: 0, hostname: '127.0.0.1' }, (info) => resolve(info.port));
    close = () => server.close();
  });
  backendUrl = `http://127.0.0.1:${port}`;
});
afterAll(() => close());

describe('the backend’s public address in the preview', () => {
  it('hands out the file of an export as the backend does', async () => {
    const response = await publicRoutes({ backendUrl }).request('/v1/exports/good');

    expect(await response.text()).toBe('stage,left\nDemo,3\n');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="stages-stages.csv"');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  });

  it('says what the backend says of a link that is over', async () => {
    expect((await publicRoutes({ backendUrl }).request('/v1/exports/old')).status).toBe(401);
  });

  it('answers nothing else: what HubSpot signs is not followed as a link', async () => {
    expect((await publicRoutes({ backendUrl }).request('/v1/pipelines')).status).toBe(404);
  });
});
