import * as z from 'zod';
import { AppError } from '../errors.ts';
import type { Arrival } from '../ports/status-store.ts';
import { dealIdSchema } from '../deal-id.ts';

const EVENTS_MAX = 100; // HubSpot's limit for one delivery.
const DEAL_TYPE = '0-3';

/** What is named after the point in an event's type. */
const KINDS = ['creation', 'deletion', 'restore', 'merge', 'propertyChange', 'associationChange'] as const;

const idSchema = z.union([dealIdSchema, z.int().min(0).transform(String)]);

/** Both shapes of event: `deal.…`, and `object.…` with an object type. Tables of HubSpot's guide call the type `eventType`. */
const eventSchema = z
  .object({
    subscriptionType: z.string().optional(),
    eventType: z.string().optional(),
    objectTypeId: z.string().optional(),
    portalId: z.union([z.string(), z.int().transform(String)]).optional(),
    objectId: idSchema.optional(),
    primaryObjectId: idSchema.optional(),
    mergedObjectIds: z.array(idSchema).optional(),
    newObjectId: idSchema.optional(),
    fromObjectId: idSchema.optional(),
    toObjectId: idSchema.optional(),
    associationType: z.string().optional(),
  })
  .transform(({ subscriptionType, eventType, ...event }) => ({ ...event, type: subscriptionType ?? eventType ?? '' }));
type HubSpotEvent = z.output<typeof eventSchema>;

interface DealsOfDelivery {
  readonly dealIds: readonly string[];
  readonly kinds: readonly Arrival[];
}

/**
 * The deals that a delivery speaks of. An event is only a hint to read them again: nothing else of it is used.
 * Events of other objects or accounts, and those we do not understand, are passed over, because HubSpot would repeat a refusal.
 */
export function dealsOfDelivery(body: Uint8Array, portalId: string): DealsOfDelivery {
  const events = parseEvents(body).flatMap((event) => {
    const parsed = eventSchema.safeParse(event);
    return parsed.success && isOfDeals(parsed.data) && isOurs(parsed.data, portalId) ? [parsed.data] : [];
  });
  const types = new Set(events.map(({ type }) => type.slice(type.indexOf('.') + 1)));
  return {
    dealIds: [...new Set(events.flatMap(dealIdsOf))],
    kinds: KINDS.filter((kind) => types.has(kind)),
  };
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

const isOfDeals = ({ type, objectTypeId, associationType = '' }: HubSpotEvent): boolean =>
  type.startsWith('deal.') ||
  (type.startsWith('object.') && (objectTypeId === DEAL_TYPE || isOfAssociation(associationType)));

const isOurs = (event: HubSpotEvent, portalId: string): boolean =>
  event.portalId === undefined || event.portalId === portalId;

/** Associations have no `objectId`: their type says on which side the deals are, as in `DEAL_TO_CONTACT`. */
function dealIdsOf(event: HubSpotEvent): readonly string[] {
  const { objectId, primaryObjectId, mergedObjectIds = [], newObjectId, fromObjectId, toObjectId } = event;
  const { associationType = '' } = event;
  const ends = [
    associationType.startsWith('DEAL_TO_') ? fromObjectId : undefined,
    associationType.endsWith('_TO_DEAL') ? toObjectId : undefined,
  ];
  return [objectId, primaryObjectId, ...mergedObjectIds, newObjectId, ...ends].filter((id) => id !== undefined);
}

const isOfAssociation = (associationType: string): boolean =>
  associationType.startsWith('DEAL_TO_') || associationType.endsWith('_TO_DEAL');
