import {
  type DealRead,
  type EpochMs,
  FACT_PROPERTIES,
  type PresentRead,
  type Revision,
} from '@deal-stage-insights/shared';
import { CREATED, MERGED_IDS, MODIFIED } from './deal-properties.ts';
import { type HubSpotDeal, instantSchema } from './deal-schema.ts';

/** A deal as HubSpot answered it, in the words of the product. An empty text is HubSpot's way to say "unset". */
export function presentRead(deal: HubSpotDeal, readAt: EpochMs): PresentRead {
  return {
    kind: 'present',
    dealId: deal.id,
    readAt,
    createdAt: instantIn(deal, CREATED) ?? deal.createdAt,
    lastModifiedAt: lastModifiedAt(deal),
    histories: {
      dealstage: historyOf(deal, 'dealstage'),
      hubspot_owner_id: historyOf(deal, 'hubspot_owner_id'),
      amount: historyOf(deal, 'amount'),
      closedate: historyOf(deal, 'closedate'),
    },
    facts: Object.fromEntries(FACT_PROPERTIES.map((name) => [name, deal.properties[name] || null])),
    mergedDealIds: mergedDealIds(deal),
    mergedAt: historyOf(deal, MERGED_IDS).at(-1)?.at ?? null,
  };
}

/** That each deal merged into this one is gone, and since when. */
export function mergedReads(deal: HubSpotDeal, readAt: EpochMs): readonly DealRead[] {
  return mergedDealIds(deal).map((dealId) => mergedRead(dealId, deal, readAt));
}

export function mergedRead(dealId: string, into: HubSpotDeal, readAt: EpochMs): DealRead {
  const merge = historyOf(into, MERGED_IDS).find(({ value }) => idsIn(value).includes(dealId));
  return { kind: 'merged', dealId, readAt, mergedAt: merge?.at ?? lastModifiedAt(into), intoDealId: into.id };
}

export const mergedDealIds = (deal: HubSpotDeal): readonly string[] => idsIn(deal.properties[MERGED_IDS] ?? '');

/** Oldest first; of equal instants the last leads to the current value, as in HubSpot's list, which has the newest first. */
function historyOf(deal: HubSpotDeal, property: string): readonly Revision[] {
  const listed = deal.propertiesWithHistory?.[property] ?? [];
  const revisions = listed.map(({ value, timestamp, sourceType }) => ({ at: timestamp, value, sourceType }));
  const [first, last] = [revisions[0], revisions.at(-1)];
  if (first === undefined || last === undefined) return [];
  const current = deal.properties[property] ?? '';
  const isNewestFirst = first.at > last.at || (first.at === last.at && first.value === current);
  return (isNewestFirst ? revisions.toReversed() : revisions).toSorted((left, right) => left.at - right.at);
}

const idsIn = (value: string): readonly string[] => value.split(';').filter((id) => id !== '');

const lastModifiedAt = (deal: HubSpotDeal): EpochMs => instantIn(deal, MODIFIED) ?? deal.updatedAt;

function instantIn(deal: HubSpotDeal, property: string): EpochMs | null {
  return instantSchema.safeParse(deal.properties[property]).data ?? null;
}
