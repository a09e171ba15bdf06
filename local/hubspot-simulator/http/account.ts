import type { DealDesk } from '../portal/deal-desk.ts';
import type { DealTable } from '../portal/deal-table.ts';
import type { PortalSeed } from '../../portal-seed.ts';
import type { DealSearch } from '../search/search-deals.ts';
import type { SimulatorLimits } from '../options.ts';

/** What the routes answer from. */
export interface Account {
  readonly seed: PortalSeed;
  readonly table: DealTable;
  readonly desk: DealDesk;
  readonly search: DealSearch;
  readonly limits: SimulatorLimits;
}
