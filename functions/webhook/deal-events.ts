import * as z from 'zod';
import { AppError } from '../errors.ts';
import { dealIdSchema } from '../queue-messages.ts';

const EVENTS_MAX = 100; // HubSpot's limit for one delivery.
const DEAL_TYPE = '0-3';

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
  })
  .transform(({ subscriptionType, eventType, ...event }) => ({ ...event, type: subscriptionType ?? eventType ?? '' }));
type HubSpotEvent = z.output<typeof eventSchema>;

/**
 * The deals that a delivery speaks of. An event is only a hint to read them again: nothing else of it is used.
 * Events of other objects or accounts, and those we do not understand, are passed over, because HubSpot would repeat a refusal.
 */
export function dealsOfDelivery(body: Uint8Array, portalId: string): readonly string[] {
  const events = parseEvents(body);
  const ids = events.flatMap((event) => {
    const parsed = eventSchema.safeParse(event);
    return parsed.success && isOfDeals(parsed.data) && isOurs(parsed.data, portalId) ? dealIds(parsed.data) : [];
  });
  return [...new Set(ids)];
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

const isOfDeals = ({ type, objectTypeId }: HubSpotEvent): boolean =>
  type.startsWith('deal.') || (type.startsWith('object.') && objectTypeId === DEAL_TYPE);

const isOurs = (event: HubSpotEvent, portalId: string): boolean =>
  event.portalId === undefined || event.portalId === portalId;

const dealIds = ({ objectId, primaryObjectId, mergedObjectIds = [], newObjectId }: HubSpotEvent): readonly string[] =>
  [objectId, primaryObjectId, ...mergedObjectIds, newObjectId].filter((id) => id !== undefined);
