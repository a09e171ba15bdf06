import { PUBLIC_PATH } from '../../page-config.ts';

/** Where an app page is, as HubSpot tells its router. */
export interface PageLocation {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
}

/** What HubSpot's links to app pages name: a path with `:names`, and what stands for them or follows as the query. */
export interface PageTarget {
  readonly to: string;
  readonly params?: Readonly<Record<string, string>> | undefined;
}

/** The three places of HubSpot that show the app, and one more. */
export type Place =
  | { readonly kind: 'record'; readonly dealId: string | null; readonly cardUid: string | null }
  | { readonly kind: 'page'; readonly location: PageLocation }
  | { readonly kind: 'settings' }
  /** Of the preview's own: the components that the product draws. */
  | { readonly kind: 'gallery' };

export interface AppIds {
  readonly portalId: string;
  readonly appId: string;
}

/** Parameters of the preview's own, beside those of the page: they stay when the page changes. */
const PREVIEW_PARAMETERS = ['previewUser', 'previewLocale'] as const;

export const ADDRESS_OF_GALLERY = '/gallery';

const ANY_ORIGIN = 'http://localhost';
const HUBSPOT_APP = /^https:\/\/app(-\w+)?\.hubspot\.com(?=\/)/;
const RECORD_PATH = /^\/contacts\/[^/]+\/record\/0-3\/([^/]+)\/?$/;
const PAGE_PATH = /^\/app\/[^/]+\/[^/]+(\/.*)?$/;
const SETTINGS_PATH = /^\/settings\/[^/]+\/[^/]+\/?$/;

/** What an address of the preview shows. */
export function placeAt(address: string): Place {
  const { pathname, searchParams } = new URL(address, ANY_ORIGIN);
  if (pathname === ADDRESS_OF_GALLERY) return { kind: 'gallery' };
  if (SETTINGS_PATH.test(pathname)) return { kind: 'settings' };
  const page = PAGE_PATH.exec(pathname);
  if (page !== null) return { kind: 'page', location: { path: page[1] ?? '/', params: paramsOf(searchParams) } };
  const dealId = RECORD_PATH.exec(pathname)?.[1];
  return {
    kind: 'record',
    dealId: dealId === undefined ? searchParams.get('deal') : decodeURIComponent(dealId),
    cardUid: searchParams.get('card'),
  };
}

const paramsOf = (query: URLSearchParams): PageLocation['params'] =>
  Object.fromEntries([...query].filter(([name]) => !PREVIEW_PARAMETERS.some((own) => own === name)));

/** The address of an app page: parameters fill the `:names` of the path, those that are left become the query. */
export function addressOfPage({ to, params = {} }: PageTarget, { portalId, appId }: AppIds): string {
  const used = new Set<string>();
  const path = to.replaceAll(/:(\w+)/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    used.add(name);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams(Object.entries(params).filter(([name]) => !used.has(name))).toString();
  const rooted = path === '/' || path === '' ? '' : `/${path.replace(/^\//, '')}`;
  return `/app/${portalId}/${appId}${rooted}${query === '' ? '' : `?${query}`}`;
}

export const addressOfSettings = ({ portalId, appId }: AppIds): string => `/settings/${portalId}/${appId}`;

/** The preview's address of a page of HubSpot that it shows: a deal of this account or a page of this app. Else null. */
export function shownHere(url: string, { portalId, appId }: AppIds): string | null {
  const address = url.replace(HUBSPOT_APP, '');
  const isOurs =
    address.startsWith(`/contacts/${portalId}/record/0-3/`) ||
    address === `/app/${portalId}/${appId}` ||
    new RegExp(`^/app/${portalId}/${appId}[/?]`).test(address);
  return isOurs ? address : null;
}

/** Where this server answers for an address of the backend, which is nowhere on the internet; all others stay as they are. */
export function reachedHere(url: string, publicBaseUrl: unknown): string {
  const begin = `${String(publicBaseUrl)}/`;
  return url.startsWith(begin) ? `${PUBLIC_PATH}/${url.slice(begin.length)}` : url;
}

/** An address with what the preview itself was told in the one before. */
export function keepingPreview(address: string, before: string): string {
  const url = new URL(address, ANY_ORIGIN);
  const { searchParams } = new URL(before, ANY_ORIGIN);
  for (const name of PREVIEW_PARAMETERS) {
    const value = searchParams.get(name);
    if (value !== null && !url.searchParams.has(name)) url.searchParams.set(name, value);
  }
  return url.pathname + url.search;
}
