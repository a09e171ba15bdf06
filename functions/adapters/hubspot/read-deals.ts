import type { DealRead, EpochMs } from '@deal-stage-insights/shared';
import { AppError } from '../../errors.ts';
import { HISTORY_PROPERTIES, READ_PROPERTIES } from './deal-properties.ts';
import { mergedDealIds, mergedRead, mergedReads, presentRead } from './deal-read.ts';
import { batchSchema, type HubSpotDeal } from './deal-schema.ts';
import type { HubSpotHttp } from './http.ts';

const DEALS_PER_READ = 50; // HubSpot's limit for reads with history.

/**
 * Every id asked for gets one read. HubSpot leaves out what it does not know or has deleted, and answers the survivor of a merge
 * under the survivor's id.
 */
export async function readDeals(
  http: HubSpotHttp,
  dealIds: readonly string[],
  readAt: EpochMs,
): Promise<readonly DealRead[]> {
  const asked = [...new Set(dealIds)];
  if (asked.length > DEALS_PER_READ) throw new RangeError(`At most ${DEALS_PER_READ} deals are read at once.`);
  if (asked.length === 0) return [];
  const answered = await readBatch(http, asked);
  const explained = new Set(answered.flatMap((deal) => [deal.id, ...mergedDealIds(deal)]));
  const absent = asked.filter((id) => !explained.has(id));
  const deleted = await readDeleted(http, absent, readAt);
  const deletedIds = new Set(deleted.map(({ dealId }) => dealId));
  const unknown = absent.filter((id) => !deletedIds.has(id));
  const isAnotherAnswered = answered.some(
    (deal) => ![deal.id, ...mergedDealIds(deal)].some((id) => asked.includes(id)),
  );
  return [
    ...answered.flatMap((deal) => [presentRead(deal, readAt), ...mergedReads(deal, readAt)]),
    ...deleted,
    ...(isAnotherAnswered
      ? await Promise.all(unknown.map((id) => readAlone(http, id, readAt)))
      : unknown.map((dealId): DealRead => ({ kind: 'missing', dealId, readAt }))),
  ];
}

async function readDeleted(
  http: HubSpotHttp,
  dealIds: readonly string[],
  readAt: EpochMs,
): Promise<readonly DealRead[]> {
  if (dealIds.length === 0) return [];
  const archived = await readBatch(http, dealIds, '?archived=true');
  const reads = archived.flatMap((deal): readonly DealRead[] => {
    const deletedAt = deal.archivedAt ?? deal.updatedAt;
    // A deal that was merged into one that was deleted then is answered by that one.
    return [{ kind: 'deleted', dealId: deal.id, readAt, deletedAt }, ...mergedReads(deal, readAt)];
  });
  return reads.filter(({ dealId }) => dealIds.includes(dealId));
}

/** In a batch of one, whatever is answered is the answer to that id. */
async function readAlone(http: HubSpotHttp, dealId: string, readAt: EpochMs): Promise<DealRead> {
  const [deal] = await readBatch(http, [dealId]);
  return deal === undefined ? { kind: 'missing', dealId, readAt } : mergedRead(dealId, deal, readAt);
}

async function readBatch(http: HubSpotHttp, dealIds: readonly string[], query = ''): Promise<readonly HubSpotDeal[]> {
  const body = {
    inputs: dealIds.map((id) => ({ id })),
    properties: READ_PROPERTIES,
    propertiesWithHistory: HISTORY_PROPERTIES,
  };
  const path = `/crm/v3/objects/deals/batch/read${query}`;
  const { results, errors = [] } = await http.call(batchSchema, { method: 'POST', path, body });
  // A deal that HubSpot failed to read is not a deal that HubSpot does not know.
  const failures = errors.filter(({ category }) => category !== 'OBJECT_NOT_FOUND');
  if (failures.length > 0) {
    // Without a time to wait: asking for fewer of them tells which.
    throw new AppError('upstream-unavailable', 'HubSpot read only a part of the deals.');
  }
  return results;
}
