import { createHmac } from 'node:crypto';
import type { PipelineSnapshot } from '@deal-stage-insights/shared';
import { apiRoutes } from '../../../functions/api/api-routes.ts';
import { createApp, warmParts } from '../../../functions/api/app.ts';
import type { ApiDeps } from '../../../functions/api/deps.ts';
import type { Route } from '../../../functions/api/operation.ts';
import { type ReportApiDeps, reportApiRoutes } from '../../../functions/api/report-api-routes.ts';
import { fakeErasures } from '../../support/fake-erasures.ts';
import {
  fakeDeadLetters,
  fakeDealNotes,
  fakeDealStore,
  fakeQueues,
  fakeSettingsStore,
  fakeSnoozeStore,
  fakeStatusStores,
  fakeTaskDesk,
} from '../../support/fakes.ts';

export const NOW = 1_790_000_000_000;
export const SECRET = 'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy';
export const BASE_URL = 'https://api.example.com';
export const ADMIN = 'userId=1&portalId=62515&userEmail=boss%40example.com&appId=54321';
export const IDENTITY = 'userId=9586504&portalId=62515&userEmail=rep%40example.com&appId=54321';

const snapshot: PipelineSnapshot = {
  readAt: NOW - 1000,
  version: 'p1',
  pipelines: [{ pipelineId: 'default', label: 'Sales', stages: [] }],
};

interface Line {
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

type AllDeps = ApiDeps & ReportApiDeps;

/** Of the wide ports, what a test does not name stays the fake's. */
type Overrides = Partial<Omit<AllDeps, 'referenceStore' | 'blockStore'>> & {
  readonly referenceStore?: Partial<AllDeps['referenceStore']>;
  readonly blockStore?: Partial<AllDeps['blockStore']>;
};

/** The whole API, both functions in one, over fakes that write down each call of a port: what was read, and what was logged. */
export function apiHost({ referenceStore, blockStore, ...overrides }: Overrides = {}) {
  const calls: string[] = [];
  const lines: Line[] = [];
  const called = <T>(name: string, answer: T): Promise<T> => {
    calls.push(name);
    return Promise.resolve(answer);
  };
  const line = (message: string, fields: Line['fields']) => void lines.push({ message, fields });
  const settingsStore = fakeSettingsStore();
  const deps: AllDeps = {
    dealNotes: fakeDealNotes(),
    snoozeStore: fakeSnoozeStore(),
    taskDesk: fakeTaskDesk(),
    dealStore: { readDeal: () => called('readDeal', null) },
    reportStore: { readReport: (pipelineId, name) => called(`readReport ${pipelineId} ${name}`, null) },
    referenceStore: {
      readPipelines: () => called('readPipelines', snapshot),
      readAccount: () => called('readAccount', null),
      readPeople: () => called('readPeople', null),
      ...referenceStore,
    },
    blockStore: {
      readHeads: () => called('readHeads', []),
      readChunks: (refs) => called(`readChunks ${refs.map(({ shard }) => shard).join()}`, new Map()),
      ...blockStore,
    },
    statusStore: {
      readMarks: () => called('readMarks', {}),
      readArrivals: () => called('readArrivals', {}),
      readNightly: () => called('readNightly', null),
      readReconcile: () => called('readReconcile', null),
      readSweep: () => called('readSweep', null),
      readLatestBackfill: () => called('readLatestBackfill', null),
    },
    sync: fakeStatusStores(),
    deadLetters: { list: () => called('listDeadLetters', []) },
    ingestQueue: { sendDeals: (dealIds, origin) => called(`sendDeals ${dealIds.join()} ${origin}`, undefined) },
    settingsStore,
    readOwnerNames: () => called('readOwnerNames', new Map()),
    rollupQueue: { sendShards: (shards) => called(`sendShards ${shards.join()}`, undefined) },
    secretSource: {
      read: () => Promise.resolve({ accessToken: null, clientSecrets: [SECRET] }),
      readAgain: () => Promise.resolve({ accessToken: null, clientSecrets: [SECRET] }),
    },
    clock: { now: () => NOW },
    log: { info: line, warn: line, error: line },
    installation: { portalId: '62515', appId: '54321', publicBaseUrl: BASE_URL, adminEmails: ['boss@example.com'] },
    erasing: {
      settingsStore,
      dealStore: fakeDealStore(),
      dealNotes: fakeDealNotes(),
      deadLetters: fakeDeadLetters(),
      status: fakeStatusStores(),
      rollupQueue: fakeQueues(),
      erasures: fakeErasures(),
      clock: { now: () => NOW },
      portalId: '62515',
    },
    ...overrides,
  };
  const warm = warmParts(deps);
  const routes: Record<'api' | 'reports', readonly Route[]> = {
    api: apiRoutes({ ...deps, ...warm }),
    reports: reportApiRoutes({ ...deps, ...warm }),
  };
  const app = createApp(deps, warm, [...routes.api, ...routes.reports]);
  return { app, routes, calls, lines };
}

interface Signing {
  readonly method?: string;
  readonly body?: string;
  readonly signedAt?: number;
  readonly secret?: string;
  /** As HubSpot appends it; a rep's unless said. */
  readonly identity?: string;
}

/** The headers with which HubSpot would send this address. Only `%40` of all escapes occurs in these tests. */
export function signedHeaders(pathAndQuery: string, { method = 'GET', body = '', ...rest }: Signing = {}) {
  const { signedAt = NOW, secret = SECRET } = rest;
  const signed = `${method}${BASE_URL}${pathAndQuery.replaceAll('%40', '@')}${body}${signedAt}`;
  return {
    'x-hubspot-request-timestamp': String(signedAt),
    'x-hubspot-signature-v3': createHmac('sha256', secret).update(signed).digest('base64'),
  };
}

/** Asks as HubSpot does: identity appended, signed. */
export async function ask(host: ReturnType<typeof apiHost>, address: string, signing: Signing = {}) {
  const full = `${address}${address.includes('?') ? '&' : '?'}${signing.identity ?? IDENTITY}`;
  const { method = 'GET', body } = signing;
  const response = await host.app.request(`https://gateway.internal${full}`, {
    method,
    headers: signedHeaders(full, signing),
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: text === '' ? null : JSON.parse(text) };
}
