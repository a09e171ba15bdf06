import { FilterOperatorEnum as Operator } from '@hubspot/api-client/lib/codegen/crm/deals/models/Filter.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { Simulator } from '../../../local/hubspot-simulator/options.ts';
import { PRO_LIMITS } from '../../../local/hubspot-simulator/options.ts';
import { hubspotClient } from './hubspot-client.ts';
import { aPortal, aSeedDeal, openSimulator, START, standingClock } from './small-portal.ts';

let simulator: Simulator;
afterEach(() => simulator.close());

const HOUR_MS = 3_600_000;
const many = (count: number) => aPortal(Array.from({ length: count }, (_, index) => aSeedDeal(String(index + 1))));
const created = (id: number) => START - 100 * HOUR_MS + id * HOUR_MS;
const noLimit = { ...PRO_LIMITS, searchPerSecond: 1000 };

describe('search', () => {
  it('finds deals created in a window, with instants as milliseconds or as text', async () => {
    simulator = await openSimulator(many(10), { limits: noLimit });
    const { search } = hubspotClient(simulator.url);
    const window = (from: string, to: string) => [
      {
        filters: [
          { propertyName: 'createdate', operator: Operator.Gte, value: from },
          { propertyName: 'createdate', operator: Operator.Lt, value: to },
        ],
      },
    ];

    const byNumber = await search.doSearch({ filterGroups: window(String(created(3)), String(created(6))), limit: 10 });
    const byText = await search.doSearch({
      filterGroups: window(new Date(created(3)).toISOString(), new Date(created(6)).toISOString()),
      limit: 10,
    });

    expect(byNumber.results.map(({ id }) => id)).toEqual(['3', '4', '5']);
    expect(byText).toEqual(byNumber);
    expect(byNumber.total).toBe(3);
  });

  it('sorts both ways and pages to the end without gap or repeat', async () => {
    simulator = await openSimulator(many(7), { limits: noLimit });
    const { search } = hubspotClient(simulator.url);
    const ids: string[] = [];

    let after: string | undefined;
    do {
      const page = await search.doSearch({
        sorts: ['-hs_lastmodifieddate'],
        limit: 3,
        ...(after !== undefined && { after }),
      });
      ids.push(...page.results.map(({ id }) => id));
      after = page.paging?.next?.after;
    } while (after !== undefined);

    expect(ids).toEqual(['7', '6', '5', '4', '3', '2', '1']);
  });

  it.each([
    [{ propertyName: 'dealstage', operator: Operator.Eq, value: 'offer' }, ['1', '3']],
    [{ propertyName: 'dealstage', operator: Operator.Neq, value: 'offer' }, ['2']],
    [{ propertyName: 'amount', operator: Operator.Gt, value: '90' }, ['1', '3']],
    [{ propertyName: 'amount', operator: Operator.Between, value: '100', highValue: '250' }, ['1']],
    [{ propertyName: 'dealstage', operator: Operator.In, values: ['won', 'new'] }, ['2']],
    [{ propertyName: 'dealstage', operator: Operator.NotIn, values: ['new'] }, ['1', '3']],
    [{ propertyName: 'amount', operator: Operator.NotHasProperty }, ['2']],
    [{ propertyName: 'amount', operator: Operator.HasProperty }, ['1', '3']],
    [{ propertyName: 'dealname', operator: Operator.ContainsToken, value: 'DEAL' }, ['1', '3']],
    [{ propertyName: 'dealname', operator: Operator.NotContainsToken, value: 'deal' }, ['2']],
  ])('filters by %o', async (filter, expected) => {
    const other = { dealname: 'Other', pipeline: 'sales', dealstage: 'new' };
    simulator = await openSimulator(aPortal([aSeedDeal('1'), aSeedDeal('2', { properties: other }), aSeedDeal('3')]));

    const found = await hubspotClient(simulator.url).search.doSearch({ filterGroups: [{ filters: [filter] }] });

    expect(found.results.map(({ id }) => id)).toEqual(expected);
  });

  it('leaves archived and merged deals out', async () => {
    simulator = await openSimulator(many(4));
    simulator.desk.archive('1');
    simulator.desk.merge('2', '3');

    const found = await hubspotClient(simulator.url).search.doSearch({});

    expect(found.results.map(({ id }) => id)).toEqual(['2', '4']);
  });

  it.each([
    ['more than 200 a page', { limit: 201 }],
    ['results beyond 10,000', { limit: 100, after: '9950' }],
    ['more than 5 groups', { filterGroups: Array.from({ length: 6 }, () => ({ filters: [] })) }],
    [
      'more than 6 filters in a group',
      {
        filterGroups: [
          { filters: Array.from({ length: 7 }, () => ({ propertyName: 'amount', operator: Operator.HasProperty })) },
        ],
      },
    ],
  ])('refuses %s', async (_, request) => {
    simulator = await openSimulator(many(1));

    await expect(hubspotClient(simulator.url).search.doSearch(request)).rejects.toMatchObject({ code: 400 });
  });

  it('sees a change only after its lag', async () => {
    const clock = standingClock();
    simulator = await openSimulator(many(1), { clock, limits: { ...PRO_LIMITS, searchLagMs: 3_000 } });
    const { search } = hubspotClient(simulator.url);
    const won = { filterGroups: [{ filters: [{ propertyName: 'dealstage', operator: Operator.Eq, value: 'won' }] }] };

    simulator.desk.update('1', { dealstage: 'won' });
    const before = await search.doSearch(won);
    clock.forward(3_000);
    const after = await search.doSearch(won);

    expect([before.total, after.total]).toEqual([0, 1]);
  });
});
