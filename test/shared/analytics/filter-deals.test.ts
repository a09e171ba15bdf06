import { type DealFilters, filterDeals, type VisitBlock } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepDeals } from '../../../shared/src/analytics/keep-deals.ts';
import { aDealThrough, aRecord, aTimeline, day, SALES } from '../../support/builders.ts';
import { foldedTable } from '../../support/sales-table.ts';

const ANY: DealFilters = { owner: null, team: null, dealType: null, source: null, amountBand: null, segment: null };

const deal = (dealId: string, facts: Record<string, string>, amount: string, owner: string) =>
  aRecord(
    aDealThrough('new 3d, demo 4d, won', {
      dealId,
      facts,
      histories: { amount: aTimeline(amount), hubspot_owner_id: aTimeline(owner) },
    }),
  );

const TABLE = foldedTable(SALES, [
  deal('1', { dealtype: 'newbusiness', hs_analytics_source: 'PAID_SEARCH', size: 'small' }, '100 5d, 900', '7'),
  deal('2', { dealtype: 'newbusiness', deal_currency_code: 'USD', hs_exchange_rate: '0.5' }, '400', '7 5d, 8'),
  deal('3', { dealtype: 'existingbusiness', deal_currency_code: 'USD' }, '400', '8'),
  deal('4', {}, '', '9'),
]);

function kept(filters: Partial<DealFilters>, asOf = day(30), team: readonly string[] = []) {
  const question = { table: TABLE, filters: { ...ANY, ...filters }, currency: 'EUR', asOf };
  const { table, filteredOut } = filterDeals({ ...question, teamOwnerIds: new Set(team) });
  expect(filteredOut + table.dealIds.length).toBe(4);
  return table.dealIds.toSorted();
}

describe('filterDeals', () => {
  it('lets all through where nothing is asked, and what all filters allow otherwise', () => {
    expect(kept({})).toEqual(['1', '2', '3', '4']);
    expect(kept({ dealType: 'newbusiness' })).toEqual(['1', '2']);
    expect(kept({ source: 'PAID_SEARCH' })).toEqual(['1']);
    expect(kept({ segment: { property: 'size', value: 'small' } })).toEqual(['1']);
    expect(kept({ segment: { property: 'never_set', value: 'small' } })).toEqual([]);
    expect(kept({ dealType: 'newbusiness', owner: '8' })).toEqual(['2']);
  });

  it('takes owner and amount as they were at the instant', () => {
    expect(kept({ owner: '7' }, day(4))).toEqual(['1', '2']);
    expect(kept({ owner: '7' })).toEqual(['1']);
    expect(kept({ team: 'north' }, day(30), ['8', '9'])).toEqual(['2', '3', '4']);
    expect(kept({ amountBand: { from: 0, to: 150 } }, day(4))).toEqual(['1']);
    expect(kept({ amountBand: { from: 0, to: 150 } })).toEqual([]);
  });

  it('converts amounts, and puts a deal of unknown or inconvertible amount into no band', () => {
    expect(kept({ amountBand: { from: 200, to: 300 } })).toEqual(['2']);
    expect(kept({ amountBand: { from: null, to: null } })).toEqual(['1', '2']);
    expect(kept({ amountBand: { from: null, to: 200 } })).toEqual([]);
  });
});

describe('keepDeals', () => {
  it('leaves of each kept deal exactly what the table of these deals alone holds', () => {
    const whole = (table: VisitBlock) =>
      Array.from({ length: table.length }, (_, row) => ({
        deal: table.dealIds[table.deal[row]!],
        stage: table.stageIds[table.stage[row]!],
        to: table.stageIds[table.toStage[row]!] ?? null,
        owner: table.ownerIds[table.owner[row]!],
        times: [table.enteredAt[row], table.exitedAt[row], table.observedFromMs[row]],
        codes: [table.exit[row], table.arrival[row], table.origin[row]],
      }));
    const changes = (table: VisitBlock) =>
      table.dealIds.map((dealId, place) => ({
        dealId,
        createdAt: table.createdAt[place],
        facts: ['dealtype', 'size'].map((name) => table.facts.get(name)?.[place] ?? null),
        changes: [table.amounts, table.closeDates, table.owners].map(({ start, at, value }) =>
          Array.from({ length: start[place + 1]! - start[place]! }, (_, change) => [
            at[start[place]! + change],
            value[start[place]! + change],
          ]),
        ),
      }));
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (isKept) => {
        const part = keepDeals(TABLE, (place) => isKept[place] === true);
        const chosen = new Set(TABLE.dealIds.filter((_, place) => isKept[place]));

        expect(whole(part)).toEqual(whole(TABLE).filter((row) => chosen.has(row.deal!)));
        expect(changes(part)).toEqual(changes(TABLE).filter((each) => chosen.has(each.dealId)));
      }),
    );
  });
});
