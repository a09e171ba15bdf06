import { describe, expect, it } from 'vitest';
import { seedAsOf } from '../../../../local/runtime/sources/seed-as-of.ts';
import { aPortal, aSeedDeal } from '../../hubspot-simulator/small-portal.ts';

describe('seedAsOf', () => {
  const [early, late] = [aSeedDeal('1'), aSeedDeal('50')];
  const firstChange = early.histories['dealstage']?.[0]?.at ?? 0;

  it('leaves later deals and later changes out, and takes values back to what they were', () => {
    const seed = seedAsOf(aPortal([early, late]), firstChange);

    const deals = [...seed.deals];
    expect(seed).toMatchObject({ endsAt: firstChange, dealCount: 1 });
    expect(
      deals.map(({ dealId, properties, lastModifiedAt }) => [dealId, properties['dealstage'], lastModifiedAt]),
    ).toEqual([['1', 'new', firstChange]]);
    expect(deals[0]?.histories['dealstage']).toHaveLength(1);
  });

  it('keeps everything when the instant lies behind the log, and ends there', () => {
    const portal = aPortal([early, late]);

    const seed = seedAsOf(portal, portal.endsAt + 5);

    expect(seed.endsAt).toBe(portal.endsAt + 5);
    expect([...seed.deals]).toEqual([early, late]);
  });
});
