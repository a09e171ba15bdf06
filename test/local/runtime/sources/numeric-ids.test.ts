import { describe, expect, it } from 'vitest';
import { withNumericIds } from '../../../../local/runtime/sources/numeric-ids.ts';
import { aPortal, aSeedDeal } from '../../hubspot-simulator/small-portal.ts';

const named = (dealId: string) => aSeedDeal('1', { dealId, properties: { dealname: `Deal ${dealId}` } });
const idsOf = (...ids: string[]) => [...withNumericIds(aPortal(ids.map(named))).deals].map(({ dealId }) => dealId);

describe('withNumericIds', () => {
  it('leaves ids alone that HubSpot could have given', () => {
    expect(idsOf('173688', '9')).toEqual(['173688', '9']);
  });

  it('numbers all deals as soon as one id is no number, so that two never become one', () => {
    const seed = withNumericIds(aPortal([named('1C1I7A6R'), named('1000001')]));

    expect([...seed.deals].map(({ dealId, properties }) => [dealId, properties['dealname']])).toEqual([
      ['1000001', 'Deal 1C1I7A6R'],
      ['1000002', 'Deal 1000001'],
    ]);
  });
});
