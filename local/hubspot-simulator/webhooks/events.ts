import type { Applied } from '../portal/deal-table.ts';
import { safeNumber } from '../portal/deal-table.ts';

/** One event as HubSpot sends it to a project app: the generic form, for deals. */
export interface WebhookEvent {
  readonly eventId: number;
  readonly subscriptionId: number;
  readonly portalId: number;
  readonly appId: number;
  readonly occurredAt: number;
  readonly subscriptionType: string;
  readonly attemptNumber: number;
  readonly objectId: number | string;
  readonly objectTypeId: '0-3';
  readonly changeSource: string;
  readonly changeFlag?: 'NEW';
  readonly propertyName?: string;
  readonly propertyValue?: string;
  readonly primaryObjectId?: number | string;
  readonly mergedObjectIds?: readonly (number | string)[];
  readonly newObjectId?: number | string;
  readonly numberOfPropertiesMoved?: number;
}

export interface EventContext {
  readonly portalId: string;
  readonly appId: string;
  readonly propertyNames: readonly string[];
}

const KINDS = ['creation', 'propertyChange', 'deletion', 'restore', 'merge'] as const;

/**
 * The events of one change. They share an `eventId`, which HubSpot does not promise to be unique, and `occurredAt` differs
 * by some ms from the instant in the property's history: a reader that trusts either of them is wrong.
 */
export function eventsOf({ change, deal, changed }: Applied, context: EventContext): readonly WebhookEvent[] {
  if (change.kind === 'task' || deal === null) return [];
  const objectId = wireId(deal.dealId);
  const event = (kind: (typeof KINDS)[number], rest: Partial<WebhookEvent> = {}): WebhookEvent => ({
    eventId: change.at % 1_000_000,
    subscriptionId: 1000 + KINDS.indexOf(kind),
    portalId: Number(context.portalId),
    appId: Number(context.appId),
    occurredAt: change.at + displacement(deal.dealId, change.at),
    subscriptionType: `object.${kind}`,
    attemptNumber: 0,
    objectId,
    objectTypeId: '0-3',
    changeSource: 'sourceType' in change ? change.sourceType : 'CRM_UI',
    ...rest,
  });

  switch (change.kind) {
    case 'create':
      return [event('creation', { changeFlag: 'NEW' }), ...propertyEvents()];
    case 'update':
      return propertyEvents();
    case 'archive':
      return [event('deletion')];
    case 'restore':
      return [event('restore')];
    case 'merge':
      return [
        event('merge', {
          primaryObjectId: objectId,
          mergedObjectIds: [wireId(change.loserId)],
          newObjectId: objectId,
          numberOfPropertiesMoved: changed.length,
        }),
      ];
  }

  function propertyEvents(): readonly WebhookEvent[] {
    return changed
      .filter((name) => context.propertyNames.includes(name))
      .map((propertyName) =>
        event('propertyChange', { propertyName, propertyValue: deal?.properties[propertyName] ?? '' }),
      );
  }
}

const wireId = (id: string): number | string => safeNumber(id) || id;

/** Between -20 and 43 ms, the same for the same change. */
const displacement = (dealId: string, at: number): number => ((safeNumber(dealId) * 31 + at) % 64) - 20;
