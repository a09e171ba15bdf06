import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPreviewApp } from '../../../local/preview/app.ts';
import type { PreviewOptions } from '../../../local/preview/options.ts';
import type { ProxyAnswer } from '../../../local/preview/proxy/proxy-answer.ts';
import { previewOptions } from '../../browser/support/preview-options.ts';
import { PORTAL_NOW } from '../../browser/support/portal.ts';
import { startStubBackend, type StubBackend } from '../../browser/support/stub-backend.ts';

const PROXY = '/api/crm-extensibility/execution/internal/v3/proxy';
const URL = 'https://insights.example.com/v1/pipelines';

let backend: StubBackend;
let options: PreviewOptions;

beforeAll(async () => {
  options = previewOptions({ backendUrl: 'http://127.0.0.1:1', hubspotUrl: 'http://127.0.0.1:1' });
  backend = await startStubBackend({ ...options, now: () => PORTAL_NOW });
  options = { ...options, backendUrl: backend.url };
});
afterAll(() => backend.close());
beforeEach(() => {
  backend.received.length = 0;
  backend.answer = () => ({ body: { pipelines: [] } });
});

function startApp(overrides: Partial<PreviewOptions> = {}) {
  const extensions = {
    appName: 'x',
    permittedUrls: ['https://insights.example.com'],
    variables: {},
    entries: [],
    bundles: new Map(),
  };
  return createPreviewApp({ options: { ...options, ...overrides }, extensions, assets: new Map() });
}

async function ask(envelope: object, { app = startApp(), userId = '1901', failures = 0 } = {}) {
  const response = await app.request(`http://localhost:3000${PROXY}`, {
    method: 'POST',
    headers: { host: 'localhost:3000', 'x-preview-user': userId, 'x-preview-failures': String(failures) },
    body: JSON.stringify({ requestUri: URL, method: 'GET', ...envelope }),
  });
  return { status: response.status, envelope: (await response.json()) as ProxyAnswer };
}

describe('the fetch proxy', () => {
  it('adds who asks and signs so that the backend’s own verifier accepts it', async () => {
    const { status, envelope } = await ask({ requestUri: `${URL}?stage=a%2Fb%20c` });

    expect(status).toBe(200);
    expect(envelope).toMatchObject({
      status: 'success',
      responseBody: { pipelines: [] },
      context: { appServerStatusCode: ['200'], portalId: ['62515'] },
    });
    expect(backend.received.map(({ verdict }) => verdict)).toEqual([{ ok: true }]);
    expect(backend.received[0]?.url).toBe(
      '/v1/pipelines?stage=a%2Fb%20c&userId=1901&portalId=62515&userEmail=alva%40example.com&appId=54321',
    );
  });

  it('signs the body too', async () => {
    await ask({ method: 'POST', requestBody: { note: 'Größe ≤ 5' } });

    expect(backend.received[0]).toMatchObject({ verdict: { ok: true }, body: '{"note":"Größe ≤ 5"}' });
  });

  it('passes the card’s Authorization header on, and no other of the page’s', async () => {
    await ask({ requestHeaders: { Authorization: 'Bearer card' } });

    expect(backend.received[0]?.headers['authorization']).toBe('Bearer card');
    expect(backend.received[0]?.headers['x-preview-user']).toBeUndefined();
  });

  it('gives a problem of the backend as an error envelope with its status and body', async () => {
    backend.answer = () => ({ status: 404, body: { code: 'not-found' } });

    const { status, envelope } = await ask({});

    expect(status).toBe(200);
    expect(envelope).toMatchObject({
      status: 'error',
      category: 'BAD_GATEWAY',
      responseBody: { code: 'not-found' },
      context: { appServerStatusCode: ['404'] },
    });
  });

  it('asks once more after a 5xx, a POST too, and no third time', async () => {
    backend.answer = () => ({ status: 503, body: { code: 'internal' } });

    const { envelope } = await ask({ method: 'POST', requestBody: {} });

    expect(backend.received).toHaveLength(2);
    expect(envelope).toMatchObject({ context: { appServerStatusCode: ['503'] } });
  });

  it('gives the second answer when the first was a 5xx or a lost connection', async () => {
    const answers = ['hang up' as const, { body: { pipelines: ['sales'] } }];
    backend.answer = () => answers.shift() ?? {};

    expect((await ask({})).envelope).toMatchObject({ status: 'success', responseBody: { pipelines: ['sales'] } });
  });

  it('finds the backend failing as often as the preview is told, the repeat of HubSpot included', async () => {
    const mended = await ask({}, { failures: 1 });
    expect(mended.envelope).toMatchObject({ status: 'success', responseBody: { pipelines: [] } });
    expect(backend.received).toHaveLength(1);

    const failed = await ask({}, { failures: 2 });
    expect(failed.envelope).toMatchObject({ status: 'error', context: { appServerStatusCode: ['503'] } });
    expect(backend.received).toHaveLength(1);
  });

  it('does not ask again after a 4xx', async () => {
    backend.answer = () => ({ status: 409 });

    await ask({});

    expect(backend.received).toHaveLength(1);
  });

  it('does not follow a redirect', async () => {
    backend.answer = () => ({ status: 302, headers: { location: '/elsewhere' } });

    const { envelope } = await ask({});

    expect(backend.received).toHaveLength(1);
    expect(envelope).toMatchObject({ status: 'error', context: { appServerStatusCode: ['302'] } });
  });

  it('gives up after the card’s timeout, and says so', async () => {
    backend.answer = () => ({ after: new Promise(() => undefined) });

    const { status, envelope } = await ask({ requestTimeoutMillis: 30 });

    expect(status).toBe(504);
    expect(envelope).toMatchObject({ category: 'GATEWAY_TIMEOUT', message: expect.stringContaining('30 ms') });
  });

  it('refuses an answer of more than 1 MB and one that is no JSON', async () => {
    backend.answer = () => ({ body: { text: 'x'.repeat(1_000_001) } });
    const large = await ask({});
    backend.answer = () => ({ body: '<p>Hello</p>' });
    const html = await ask({});

    expect([large.status, html.status]).toEqual([502, 502]);
    expect([large.envelope.message, html.envelope.message]).toEqual([
      "The app's answer is larger than 1 MB",
      "The app's answer is not JSON",
    ]);
  });

  it('says when nobody listens where the backend should be', async () => {
    const { status, envelope } = await ask({}, { app: startApp({ backendUrl: 'http://127.0.0.1:1' }) });

    expect(status).toBe(502);
    expect(envelope.message).toContain("Could not connect to the app's server");
  });

  it('lets twenty requests through at a time', async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    backend.answer = () => ({ after: released });
    const app = startApp();

    const first = Array.from({ length: 20 }, () => ask({}, { app }));
    await expect.poll(() => backend.received.length).toBe(20);
    const oneTooMany = await ask({}, { app });
    release();

    expect(oneTooMany.status).toBe(429);
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect((await ask({}, { app })).status).toBe(200);
  });

  it('acts for nobody whom it does not know', async () => {
    const { status, envelope } = await ask({}, { userId: '7' });

    expect([status, envelope.message]).toEqual([400, 'The preview knows no user 7']);
    expect(backend.received).toEqual([]);
  });
});
