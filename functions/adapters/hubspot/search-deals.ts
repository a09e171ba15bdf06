import type { EpochMs } from '@deal-stage-insights/shared';
import type { SearchPage } from '../../ports/deal-source.ts';
import { type CREATED, MODIFIED } from './deal-properties.ts';
import { searchSchema } from './deal-schema.ts';
import type { HubSpotHttp } from './http.ts';

const DEALS_PER_PAGE = 200; // HubSpot's limit.
const ID = 'hs_object_id';

export interface SearchWindow {
  readonly property: typeof CREATED | typeof MODIFIED;
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/**
 * One page of the deals of a window, in order of id, beginning after an id. HubSpot's own paging ends at 10,000 results, and
 * skips a deal when an earlier one is deleted in between; asking for the ids after the last does neither.
 */
export async function searchDeals(http: HubSpotHttp, window: SearchWindow, after: string | null): Promise<SearchPage> {
  const filters = [
    { propertyName: window.property, operator: 'GTE', value: String(window.from) },
    { propertyName: window.property, operator: 'LT', value: String(window.to) },
    ...(after === null ? [] : [{ propertyName: ID, operator: 'GT', value: after }]),
  ];
  const body = {
    filterGroups: [{ filters }],
    sorts: [{ propertyName: ID, direction: 'ASCENDING' }],
    properties: [MODIFIED],
    limit: DEALS_PER_PAGE,
  };
  const answer = await http.call(searchSchema, { method: 'POST', path: '/crm/v3/objects/deals/search', body });
  const deals = answer.results.map(({ id, updatedAt }) => ({ dealId: id, lastModifiedAt: updatedAt }));
  const isLast = answer.results.length >= answer.total;
  return { total: answer.total, deals, after: isLast ? null : (deals.at(-1)?.dealId ?? null) };
}
