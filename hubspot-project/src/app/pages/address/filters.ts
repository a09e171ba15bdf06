/** The filters that an address of the page may carry, under the names that the API knows. */
export type FilterName = 'from' | 'to' | 'asOf' | 'owner' | 'team' | 'dealType' | 'source' | 'amountBand';

/** What the address says; null: nothing. Days are `YYYY-MM-DD`, a band of amounts is `1000-5000`, `1000-` or `-5000`. */
export interface PageAddress extends Readonly<Record<FilterName, string | null>> {
  readonly pipeline: string | null;
}

/** Reads the query of an address. What it does not know, or what is empty, is left out: addresses are typed by people, too. */
export function addressOf(params: Readonly<Record<string, string | undefined>>): PageAddress {
  const value = (name: string) => params[name]?.trim() || null;
  return {
    pipeline: value('pipeline'),
    from: value('from'),
    to: value('to'),
    asOf: value('asOf'),
    owner: value('owner'),
    team: value('team'),
    dealType: value('dealType'),
    source: value('source'),
    amountBand: value('amountBand'),
  };
}

/** The query that an address is written with: what is null stays out, so that it is short enough to be sent. */
export function paramsOf(address: Readonly<Partial<PageAddress>>): Record<string, string> {
  return Object.fromEntries(Object.entries(address).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** Of the address, the filters that a report takes. */
export function filtersFor(names: readonly FilterName[], address: PageAddress): Partial<Record<FilterName, string>> {
  return Object.fromEntries(names.flatMap((name) => (address[name] === null ? [] : [[name, address[name]]])));
}

/** `1000-5000` as its two ends; null where there is no limit. Anything else has none. */
export function bandEnds(band: string | null): { readonly from: number | null; readonly to: number | null } {
  const [, from = '', to = ''] = /^(\d*)-(\d*)$/.exec(band ?? '') ?? [];
  return { from: from === '' ? null : Number(from), to: to === '' ? null : Number(to) };
}

export function bandOf(from: number | null, to: number | null): string | null {
  return from === null && to === null ? null : `${from ?? ''}-${to ?? ''}`;
}
