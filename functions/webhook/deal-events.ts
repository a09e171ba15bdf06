import { AppError } from '../errors.ts';
import type { Arrival } from '../ports/status-store.ts';
import { DEAL_ID } from '../deal-id.ts';

const EVENTS_MAX = 100; // HubSpot's limit for one delivery.
const DEAL_TYPE = '0-3';

/** What is named after the point in an event's type. */
const KINDS = ['creation', 'deletion', 'restore', 'merge', 'propertyChange', 'associationChange'] as const;

/** An event as it came: no field of it is sure to be there, or to be what it should. */
type HubSpotEvent = Readonly<Record<string, unknown>>;

interface DealsOfDelivery {
  readonly dealIds: readonly string[];
  readonly kinds: readonly Arrival[];
}

/**
 * The deals that a delivery speaks of. An event is only a hint to read them again: nothing else of it is used.
 * Events of other objects or accounts, and those we do not understand, are passed over, because HubSpot would repeat a refusal.
 * The few fields are looked at one by one: a schema for a hundred events took a third of the time of an answer.
 */
export function dealsOfDelivery(body: Uint8Array, portalId: string): DealsOfDelivery {
  const dealIds = new Set<string>();
  const kinds = new Set<string>();
  for (const event of parseEvents(body)) {
    if (!isEvent(event) || !isOurs(event, portalId)) continue;
    const type = typeOf(event);
    if (!isOfDeals(event, type)) continue;
    const ids = dealIdsOf(event);
    for (const dealId of ids) dealIds.add(dealId);
    if (ids.length > 0) kinds.add(type.slice(type.indexOf('.') + 1));
  }
  return { dealIds: [...dealIds], kinds: KINDS.filter((kind) => kinds.has(kind)) };
}

function parseEvents(body: Uint8Array): readonly unknown[] {
  let events: unknown;
  try {
    events = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (cause) {
    throw new AppError('invalid-request', 'The body is not JSON.', { cause });
  }
  if (!Array.isArray(events)) throw new AppError('invalid-request', 'The body is not a list of events.');
  if (events.length > EVENTS_MAX) {
    throw new AppError(
      'invalid-request',
      `A delivery has at most ${EVENTS_MAX} events; this one has ${events.length}.`,
    );
  }
  return events;
}

const isEvent = (event: unknown): event is HubSpotEvent => typeof event === 'object' && event !== null;

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Tables of HubSpot's guide call it `eventType`. */
const typeOf = ({ subscriptionType, eventType }: HubSpotEvent): string => textIn(subscriptionType ?? eventType);

const isOurs = ({ portalId }: HubSpotEvent, ours: string): boolean =>
  portalId === undefined || portalId === ours || (typeof portalId === 'number' && String(portalId) === ours);

/** Both shapes of event: `deal.…`, and `object.…` with an object type. */
const isOfDeals = ({ objectTypeId, associationType }: HubSpotEvent, type: string): boolean =>
  type.startsWith('deal.') ||
  (type.startsWith('object.') && (objectTypeId === DEAL_TYPE || isOfAssociation(textIn(associationType))));

/** Associations have no `objectId`: their type says on which side the deals are, as in `DEAL_TO_CONTACT`. */
function dealIdsOf(event: HubSpotEvent): readonly string[] {
  const { objectId, primaryObjectId, mergedObjectIds, newObjectId, fromObjectId, toObjectId } = event;
  const associationType = textIn(event['associationType']);
  const named: readonly unknown[] = [
    objectId,
    primaryObjectId,
    ...(Array.isArray(mergedObjectIds) ? mergedObjectIds : []),
    newObjectId,
    associationType.startsWith('DEAL_TO_') ? fromObjectId : null,
    associationType.endsWith('_TO_DEAL') ? toObjectId : null,
  ];
  return named.map(dealIdIn).filter((id) => id !== null);
}

const isOfAssociation = (associationType: string): boolean =>
  associationType.startsWith('DEAL_TO_') || associationType.endsWith('_TO_DEAL');

function dealIdIn(value: unknown): string | null {
  if (typeof value === 'string') return DEAL_ID.test(value) ? value : null;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? String(value) : null;
}
