import { propertyOf } from '../portal/computed-properties.ts';
import type { SimDeal } from '../portal/deal-state.ts';
import { type DealTable, safeNumber } from '../portal/deal-table.ts';
import { comparable, filterTest } from './filters.ts';
import type { SearchIndex } from './search-index.ts';
import type { SearchQuery } from './search-query.ts';

const REMEMBERED_MAX = 8; // searches that are being paged through at the same time

/** All matches in order. A search that is paged through is carried out once, as long as nothing changes. */
export type DealSearch = (query: SearchQuery) => readonly SimDeal[];

export function createDealSearch(table: DealTable, index: SearchIndex): DealSearch {
  const remembered = new Map<string, readonly SimDeal[]>();
  let version = index.version;

  return (query) => {
    if (version !== index.version) {
      remembered.clear();
      version = index.version;
    }
    const key = JSON.stringify([query.filterGroups, query.sorts, query.query]);
    const found = remembered.get(key) ?? [...matches(table, index, query)].sort(order(table, query));
    remembered.delete(key);
    remembered.set(key, found);
    for (const oldest of remembered.keys()) if (remembered.size > REMEMBERED_MAX) remembered.delete(oldest);
    return found;
  };
}

function* matches(table: DealTable, index: SearchIndex, query: SearchQuery): Iterable<SimDeal> {
  const groups = query.filterGroups.map(({ filters }) =>
    filters.map((filter) => ({ name: filter.propertyName, test: filterTest(filter) })),
  );
  const words = query.query.toLowerCase();
  for (const deal of index.deals()) {
    if (words !== '' && !(deal.properties['dealname'] ?? '').toLowerCase().includes(words)) continue;
    const isMatch = groups.some((filters) => filters.every(({ name, test }) => test(sortable(table, deal, name))));
    if (isMatch || groups.length === 0) yield deal;
  }
}

function order(table: DealTable, { sorts }: SearchQuery): (a: SimDeal, b: SimDeal) => number {
  const [sort = { propertyName: 'createdate', direction: 'ASCENDING' }] = sorts; // HubSpot takes one sort
  const sign = sort.direction === 'ASCENDING' ? 1 : -1;
  const keyOf = (deal: SimDeal) => comparable(sortable(table, deal, sort.propertyName) ?? '');
  return (a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    if (left !== right) return left < right ? -sign : sign;
    return safeNumber(a.dealId) - safeNumber(b.dealId) || (a.dealId < b.dealId ? -1 : 1);
  };
}

/** The two instants that every backfill searches by are not worth a detour through their text. */
function sortable(table: DealTable, deal: SimDeal, name: string): string | number | null {
  if (name === 'createdate' || name === 'hs_createdate') return deal.createdAt;
  if (name === 'hs_lastmodifieddate') return deal.lastModifiedAt;
  return propertyOf(table, deal, name);
}
