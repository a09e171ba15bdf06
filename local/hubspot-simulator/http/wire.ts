import type { SimplePublicObject } from '@hubspot/api-client/lib/codegen/crm/deals/models/SimplePublicObject.js';
import type { ValueWithTimestamp } from '@hubspot/api-client/lib/codegen/crm/deals/models/ValueWithTimestamp.js';
import { propertyOf } from '../portal/computed-properties.ts';
import { revisionsOf, type SimDeal } from '../portal/deal-state.ts';
import type { DealTable } from '../portal/deal-table.ts';

/** A model of HubSpot's client as it travels: dates are ISO strings, enumerations their words. */
export type Wire<T> = T extends Date
  ? string
  : T extends string
    ? `${T}`
    : T extends readonly (infer E)[]
      ? readonly Wire<E>[]
      : T extends object
        ? { readonly [K in keyof T]: Wire<T[K]> }
        : T;

export interface Wanted {
  readonly properties: readonly string[];
  readonly propertiesWithHistory: readonly string[];
}

const ALWAYS = ['createdate', 'hs_lastmodifieddate', 'hs_object_id'];
const BY_DEFAULT = ['amount', 'closedate', 'dealname', 'dealstage', 'pipeline'];

export const isoOf = (at: number): string => new Date(at).toISOString();

/** A deal in HubSpot's form. `revisions`: how many of each history are kept, newest first; null means all of them. */
export function wireDeal(
  table: DealTable,
  deal: SimDeal,
  { wanted, revisions }: { readonly wanted: Wanted; readonly revisions: number | null },
): Wire<SimplePublicObject> {
  const names = new Set([
    ...ALWAYS,
    ...(wanted.properties.length === 0 ? BY_DEFAULT : wanted.properties),
    ...wanted.propertiesWithHistory,
  ]);
  const archivedAt = table.archivedAt(deal.dealId);
  return {
    id: deal.dealId,
    properties: Object.fromEntries([...names].map((name) => [name, propertyOf(table, deal, name)])),
    ...(wanted.propertiesWithHistory.length > 0 && {
      propertiesWithHistory: Object.fromEntries(
        wanted.propertiesWithHistory.map((name) => [name, wireHistory(deal, name, revisions)]),
      ),
    }),
    createdAt: isoOf(deal.createdAt),
    updatedAt: isoOf(deal.lastModifiedAt),
    archived: archivedAt !== null,
    ...(archivedAt !== null && { archivedAt: isoOf(archivedAt) }),
  };
}

function wireHistory(deal: SimDeal, name: string, kept: number | null): readonly Wire<ValueWithTimestamp>[] {
  const all = revisionsOf(deal, name);
  return (kept === null ? all : all.slice(-kept))
    .toReversed()
    .map(({ at, value, sourceType }) => ({ value, timestamp: isoOf(at), sourceType }));
}
