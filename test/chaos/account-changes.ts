import type { StoredDeal } from '../../functions/ports/deal-store.ts';
import type { VirtualHubSpot } from '../support/virtual-hubspot.ts';

const STAGES = ['new', 'offer', 'won', 'lost'];

type HubSpot = Pick<VirtualHubSpot, 'desk' | 'table'>;

/** One change by somebody. Answers the deal that its webhook names. */
export function changeAccount({ desk, table }: HubSpot, random: () => number, ids: Set<string>): string {
  const live = [...table.live()].map(({ dealId }) => dealId);
  const any = (): string => live[Math.floor(random() * live.length)] ?? '1';
  const stage = STAGES[Math.floor(random() * STAGES.length)] ?? 'new';
  const kind = random();
  if (kind < 0.06 || live.length < 5) {
    const { dealId } = desk.create({ dealstage: stage, dealname: 'New' }, 'CRM_UI');
    ids.add(dealId);
    return dealId;
  }
  const dealId = any();
  if (kind < 0.1) {
    desk.archive(dealId);
  } else if (kind < 0.13) {
    const archived = [...ids].find((id) => table.find(id)?.dealId === id && table.archivedAt(id) !== null);
    if (archived !== undefined) desk.restore(archived);
    return archived ?? dealId;
  } else if (kind < 0.17) {
    const loser = any();
    if (loser !== dealId) desk.merge(dealId, loser);
  } else if (kind < 0.3) {
    desk.update(dealId, { amount: String(Math.floor(random() * 1000)) }, 'CRM_UI');
  } else if (kind < 0.4) {
    desk.update(dealId, { hubspot_owner_id: random() < 0.5 ? '11' : '12' }, 'CRM_UI');
  } else {
    desk.update(dealId, { dealstage: stage }, 'CRM_UI');
  }
  return dealId;
}

/** What HubSpot says of a deal, in a line. */
export function truthOf({ table }: HubSpot, id: string): string {
  const deal = table.find(id);
  if (deal === null) return 'unknown';
  if (deal.dealId !== id) return `merged into ${deal.dealId}`;
  if (table.archivedAt(id) !== null) return 'deleted';
  const { dealstage = '', amount = '', hubspot_owner_id: owner = '' } = deal.properties;
  return [dealstage, amount, owner].join(' ');
}

/** What its record says, in the same words. A survivor may have been merged itself: what counts is where a deal ended. */
export function recordOf(id: string, stored: ReadonlyMap<string, StoredDeal>): string {
  const record = stored.get(id)?.record;
  if (record?.kind !== 'deal') return 'unknown';
  if (record.mergedInto !== null) {
    const into = record.mergedInto.dealId;
    const further = recordOf(into, stored);
    return further.startsWith('merged') ? further : `merged into ${into}`;
  }
  if (record.deletedAt !== null) return 'deleted';
  const { dealstage, amount, hubspot_owner_id: owner } = record.version?.current ?? {};
  return [dealstage, amount, owner].map((value) => value ?? '').join(' ');
}
