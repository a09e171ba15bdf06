import type { EpochMs, Revision } from '@deal-stage-insights/shared';

/** One deal as the account holds it now. Replaced as a whole by each change, never altered. */
export interface SimDeal {
  readonly dealId: string;
  readonly createdAt: EpochMs;
  readonly lastModifiedAt: EpochMs;
  readonly properties: Readonly<Record<string, string>>;
  /** Oldest first. A property without an entry has had its value since creation. */
  readonly histories: Readonly<Record<string, readonly Revision[]>>;
}

/** The revisions of one property, oldest first. */
export function revisionsOf(deal: SimDeal, property: string): readonly Revision[] {
  const kept = deal.histories[property];
  if (kept !== undefined) return kept;
  const value = deal.properties[property];
  return value === undefined ? [] : [{ at: deal.createdAt, value, sourceType: 'CRM_UI' }];
}
