import type { FilterScope } from '../contract/estimate.ts';
import type { ReportFilters } from '../contract/report.ts';
import { compareText, sorted } from '../history/order.ts';
import type { ReportQuestion } from './report-question.ts';

/** The deals of a pipeline in groups, of which the first is that of the filters. */
export interface FilterGroups {
  /** What the filters choose by. */
  readonly from: FilterScope;
  readonly count: number;
  readonly ofDeal: (deal: number) => number;
}

/** More would say little more of how far groups differ. */
const MOST_GROUPS = 12;

/**
 * The groups that the deals of filters are one of. A filter by a lead source, a deal type or a segment chooses among the
 * values of a property: each of the largest is a group, the others together are one. Whatever else chooses, on its own or with others, has
 * all other deals beside it. Null where no filter leaves deals out.
 * @example filterGroups(question)?.count // 5: five deal types
 */
export function filterGroups({ table, unfiltered, filters, filteredOut }: ReportQuestion): FilterGroups | null {
  const scopes = scopesOf(filters);
  const [from] = scopes;
  if (from === undefined || filteredOut === 0) return null;
  const property = propertyOf(filters);
  const column = property === null ? undefined : unfiltered.facts.get(property.name);
  if (scopes.length > 1 || property === null || column === undefined) {
    const isChosen = chosenDeals(table.dealIds, unfiltered.dealIds);
    return { from: scopes.length > 1 ? 'filters' : from, count: 2, ofDeal: (deal) => 1 - (isChosen[deal] ?? 0) };
  }
  const counts = new Map<string | null, number>([[property.value, Number.POSITIVE_INFINITY]]);
  for (const value of column) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ordered = sorted(counts, ([a, n], [b, m]) => (n === m ? compareText(a ?? '', b ?? '') : m - n));
  const places = new Map(ordered.map(([value], place) => [value, Math.min(place, MOST_GROUPS - 1)]));
  return {
    from,
    count: Math.min(ordered.length, MOST_GROUPS),
    ofDeal: (deal) => places.get(column[deal] ?? null) ?? MOST_GROUPS - 1,
  };
}

/** 1 for each deal that was kept. What a filter keeps stands in the order of the whole. */
function chosenDeals(kept: readonly string[], all: readonly string[]): Uint8Array {
  const isChosen = new Uint8Array(all.length);
  let next = 0;
  for (let deal = 0; deal < all.length && next < kept.length; deal += 1) {
    if (all[deal] !== kept[next]) continue;
    isChosen[deal] = 1;
    next += 1;
  }
  return isChosen;
}

function scopesOf({ owner, team, source, dealType, amountBand, segment }: ReportFilters): readonly FilterScope[] {
  const filters: readonly (readonly [FilterScope, unknown])[] = [
    ['owner', owner],
    ['team', team],
    ['source', source],
    ['deal-type', dealType],
    ['amount-band', amountBand],
    ['segment', segment],
  ];
  return filters.filter(([, value]) => value !== null).map(([scope]) => scope);
}

function propertyOf({
  source,
  dealType,
  segment,
}: ReportFilters): { readonly name: string; readonly value: string } | null {
  if (source !== null) return { name: 'hs_analytics_source', value: source };
  if (dealType !== null) return { name: 'dealtype', value: dealType };
  return segment === null ? null : { name: segment.property, value: segment.value };
}
