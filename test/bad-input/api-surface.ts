import { DEFAULT_SETTINGS } from '@deal-stage-insights/shared';
import { signatureHeaders } from '../../local/hubspot-simulator/webhooks/sign-request.ts';
import { ADMIN, apiHost, BASE_URL, IDENTITY, NOW, SECRET } from '../functions/api/api-host.ts';
import { expectCalm, type Surface } from './finding.ts';
import { mutatedJson, mutatedText, NASTY_TEXTS, NASTY_VALUES, pick, type Random, randomOf } from './nasty.ts';

const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS'];
const QUERY_NAMES = [
  'pipeline',
  'stage',
  'from',
  'to',
  'owner',
  'team',
  'asOf',
  'cursor',
  'report',
  'cell',
  'userId',
  '__proto__',
];
const HOST_LASTS = 500; // Requests: its log grows.

const BODIES: readonly unknown[] = [
  ...Object.values(DEFAULT_SETTINGS).map((value) => ({ version: 0, value })),
  { scope: 'deal', dealId: '9' },
  { language: 'en', pipelineId: 'default', stages: { a: 'b' }, versions: { stages: 0, criteria: 0 } },
];

/** Every route that the API itself describes, with paths, queries, headers and bodies of any form, rightly signed. */
export async function apiSurface(): Promise<Surface> {
  const operations = await describedOperations();
  let host = apiHost();
  return {
    name: 'API',
    async feed(nth) {
      if (nth % HOST_LASTS === 0) host = apiHost();
      const random = randomOf(nth);
      const described = pick(random, operations);
      const method = random() < 0.85 ? described.method : pick(random, METHODS);
      const url = new URL(BASE_URL + pathOf(random, described.path));
      for (let left = Math.floor(random() * 3); left > 0; left -= 1)
        url.searchParams.append(pick(random, QUERY_NAMES), textOf(random));
      const identity = random() < 0.5 ? ADMIN : IDENTITY;
      const query = [url.search.slice(1), random() < 0.97 ? identity : mutatedText(random, identity)];
      url.search = query.filter((part) => part !== '').join('&');
      const body = method === 'GET' || method === 'OPTIONS' ? '' : bodyOf(random);
      const headers = {
        ...signatureHeaders({ method, url: url.href, body, sentAt: NOW }, SECRET),
        ...oddHeaders(random),
      };
      const request = new Request(url, { method, headers, ...(body !== '' && { body }) });
      const response = await host.app.request(request);
      expectCalm(`${method} ${url.href} ${body}`, { status: response.status, body: await response.text() });
    },
  };
}

interface Described {
  readonly path: string;
  readonly method: string;
}

async function describedOperations(): Promise<readonly Described[]> {
  const address = `${BASE_URL}/v1/openapi.json?${ADMIN}`;
  const headers = signatureHeaders({ method: 'GET', url: address, body: '', sentAt: NOW }, SECRET);
  const response = await apiHost().app.request(new Request(address, { headers }));
  const { paths }: { readonly paths: Readonly<Record<string, object>> } = JSON.parse(await response.text());
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ path, method: method.toUpperCase() })),
  );
}

const pathOf = (random: Random, pattern: string): string =>
  pattern.replaceAll(/\{\w+\}/g, () =>
    random() < 0.7
      ? pick(random, ['default', '1', 'stages', 'visibility', 'managers', 'b2b'])
      : encodeURIComponent(textOf(random)),
  ) + (random() < 0.05 ? pick(random, ['/', '//', '/..', '%2f', ';a=b', '/%c0%ae']) : '');

/** `encodeURIComponent` and the address itself know no half characters. */
function textOf(random: Random): string {
  const value = random() < 0.5 ? pick(random, NASTY_VALUES) : pick(random, NASTY_TEXTS);
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 2_000).toWellFormed();
}

function bodyOf(random: Random): string {
  if (random() < 0.2) return pick(random, NASTY_TEXTS).toWellFormed();
  const valid = pick(random, BODIES);
  if (random() < 0.2) return mutatedText(random, JSON.stringify(valid)).toWellFormed();
  return JSON.stringify(mutatedJson(random, valid)) ?? '';
}

function oddHeaders(random: Random): Readonly<Record<string, string>> {
  if (random() < 0.8) return {};
  const odd = [
    { 'content-type': 'application/xml' },
    { 'content-encoding': 'gzip' },
    { 'x-request-id': 'x'.repeat(4_000) },
    { 'content-length': '99999999' },
    { 'x-hubspot-signature-v3': '' },
    { 'x-hubspot-request-timestamp': '99999999999999999999' },
    { 'x-http-method-override': 'DELETE' },
    { accept: 'text/html', origin: 'https://elsewhere.example' },
  ];
  return pick(random, odd);
}
