import type { PortalSeed, SeedDeal } from '../../portal-seed.ts';

const HUBSPOT_ID = /^\d{1,15}$/;
const FIRST_ID = 1_000_001;

/** HubSpot's ids are numbers. Where a log names its deals otherwise, they are numbered; their names keep the log's. */
export function withNumericIds(seed: PortalSeed): PortalSeed {
  const deals = [...seed.deals];
  if (deals.every(({ dealId }) => HUBSPOT_ID.test(dealId))) return { ...seed, deals };
  const numbered = deals.map((deal, index): SeedDeal => ({ ...deal, dealId: String(FIRST_ID + index) }));
  return { ...seed, deals: numbered };
}
