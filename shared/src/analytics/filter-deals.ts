import type { DealFilters } from '../contract/report.ts';
import { valueAt } from '../history/change-column.ts';
import type { EpochMs } from '../history/instant.ts';
import type { FactColumn, VisitBlock } from '../history/visit-block.ts';
import { convertedAmounts } from './converted-amounts.ts';
import { keepDeals } from './keep-deals.ts';

export interface FilterQuestion {
  readonly table: VisitBlock;
  readonly filters: DealFilters;
  /** The company's. */
  readonly currency: string;
  readonly asOf: EpochMs;
  /** Owners of the team that is asked for, teams below it included; of no importance without one. */
  readonly teamOwnerIds: ReadonlySet<string>;
  /** Whose deals may be told of at all; left out: everybody's. */
  readonly readsDealsOf?: ((ownerId: string) => boolean) | undefined;
}

export interface FilteredTable {
  readonly table: VisitBlock;
  readonly filteredOut: number;
}

/**
 * The deals that all filters let through. Owner and amount are those in force at the instant; type, source and segment have
 * no history and are as now. A deal of unknown amount is in no band.
 * @example filterDeals({ table, filters, currency: 'EUR', asOf, teamOwnerIds }).filteredOut // 17
 */
export function filterDeals(question: FilterQuestion): FilteredTable {
  const { table, filters, currency, asOf, teamOwnerIds, readsDealsOf } = question;
  const tests: ((deal: number) => boolean)[] = [];
  const ownerOf = (deal: number): string => table.ownerIds[valueAt(table.owners, deal, asOf)] ?? '';
  const fact = (name: string, value: string): void => {
    const column: FactColumn | undefined = table.facts.get(name);
    tests.push((deal) => (column?.[deal] ?? null) === value);
  };
  const { owner, team, dealType, source, amountBand, segment } = filters;
  if (readsDealsOf !== undefined) tests.push((deal) => readsDealsOf(ownerOf(deal)));
  if (owner !== null) tests.push((deal) => ownerOf(deal) === owner);
  if (team !== null) tests.push((deal) => teamOwnerIds.has(ownerOf(deal)));
  if (dealType !== null) fact('dealtype', dealType);
  if (source !== null) fact('hs_analytics_source', source);
  if (segment !== null) fact(segment.property, segment.value);
  if (amountBand !== null) {
    const { values } = convertedAmounts(table, currency, asOf);
    const [from, to] = [amountBand.from ?? Number.NEGATIVE_INFINITY, amountBand.to ?? Number.POSITIVE_INFINITY];
    tests.push((deal) => (values[deal] ?? Number.NaN) >= from && (values[deal] ?? Number.NaN) < to);
  }
  if (tests.length === 0) return { table, filteredOut: 0 };
  const kept = keepDeals(table, (deal) => tests.every((holds) => holds(deal)));
  return { table: kept, filteredOut: table.dealIds.length - kept.dealIds.length };
}
