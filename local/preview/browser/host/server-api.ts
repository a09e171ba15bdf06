import type { PageConfig, RecordAccount, RecordDeal } from '../../page-config.ts';
import type { FetchAnswer, FetchCall } from './protocol.ts';

/** The preview server's own routes. */
export const serverApi = {
  config: (): Promise<PageConfig> => ask('/preview/config'),
  account: (): Promise<RecordAccount> => ask('/preview/record/account'),
  search: (words: string): Promise<readonly RecordDeal[]> =>
    ask(`/preview/record/deals?query=${encodeURIComponent(words)}`),
  deal: (dealId: string, properties: readonly string[] = []): Promise<RecordDeal> =>
    ask(`${dealPath(dealId)}?properties=${properties.map(encodeURIComponent).join(',')}`),
  change: (dealId: string, properties: Readonly<Record<string, string>>): Promise<RecordDeal> =>
    ask(dealPath(dealId), {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ properties }),
    }),
};

const dealPath = (dealId: string) => `/preview/record/deals/${encodeURIComponent(dealId)}`;

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init);
  const body = await response.json();
  if (!response.ok) throw new Error(typeof body.message === 'string' ? body.message : `HTTP ${response.status}`);
  return body;
}

const PROXY = '/api/crm-extensibility/execution/internal/v3/proxy';
const BODILESS_STATUSES = new Set([101, 204, 205, 304]);

interface Sender {
  readonly userId: string;
  /** How often the backend is to fail for this call. */
  readonly failures: number;
}

/** Sends `hubspot.fetch()` through the proxy and opens HubSpot's envelope. */
export async function fetchThroughProxy(
  call: FetchCall,
  { userId, failures }: Sender,
): Promise<FetchAnswer & { readonly refusal: string | null }> {
  const response = await fetch(PROXY, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-preview-user': userId, 'x-preview-failures': String(failures) },
    body: JSON.stringify(call),
  });
  const envelope = await response.json();
  const appStatus = Number(envelope.context?.appServerStatusCode?.[0]);
  const isFromApp = Number.isInteger(appStatus);
  const status = isFromApp ? appStatus : response.status;
  return {
    status,
    body: BODILESS_STATUSES.has(status) ? null : JSON.stringify(isFromApp ? envelope.responseBody : envelope),
    refusal: isFromApp ? failedTwice(appStatus) : String(envelope.message),
  };
}

/** HubSpot asks once more after a 5xx: what is still one then is worth a line in the log. */
const failedTwice = (appStatus: number): string | null =>
  appStatus >= 500 ? `the app's server answered ${appStatus}, also when it was asked once more` : null;
