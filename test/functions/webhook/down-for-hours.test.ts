import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerDelivery } from '../../../functions/webhook/answer-delivery.ts';
import type { WebhookEvent } from '../../../local/hubspot-simulator/webhooks/events.ts';
import { createOutbox } from '../../../local/hubspot-simulator/webhooks/outbox.ts';
import { aDelivery } from '../../bad-input/webhook-surface.ts';
import { fakeQueues, fakeSecrets, silentLog } from '../../support/fakes.ts';
import { sharedTime } from '../../support/shared-time.ts';

const HOUR_MS = 3_600_000;
const DOWN_FOR_MS = 20 * HOUR_MS;
const EVENTS = 240;
/** Ten retries within a day, as HubSpot does it. */
const RETRIES_MS = [1, 2, 5, 10, 30, 60, 120, 240, 360, 480].map((minutes) => minutes * 60_000);

afterEach(() => vi.unstubAllGlobals());

const anEvent = (objectId: number, occurredAt: number): WebhookEvent => ({
  eventId: 1,
  subscriptionId: 1,
  portalId: 62515,
  appId: 77,
  occurredAt,
  subscriptionType: 'object.creation',
  attemptNumber: 0,
  objectId,
  objectTypeId: '0-3',
  changeSource: 'CRM_UI',
});

describe('a backend that is down for twenty hours', () => {
  it('hears of every change all the same, signed anew with each of HubSpot’s retries', async () => {
    const time = sharedTime();
    const upAt = time.clock.now() + DOWN_FOR_MS;
    const queues = fakeQueues(time.clock);
    const deps = { ingestQueue: queues, secretSource: fakeSecrets(), clock: time.clock, log: silentLog };
    const statuses = new Map<number, number>();
    vi.stubGlobal(
      'fetch',
      async (_url: string, { headers, body }: { headers: Record<string, string>; body: string }) => {
        await time.wait(50);
        if (time.clock.now() < upAt) throw new TypeError('fetch failed');
        const installation = { takesV1: false, publicBaseUrl: 'https://insights.example.com', portalId: '62515' };
        const { statusCode = 0 } = await answerDelivery({ ...deps, ...installation }, aDelivery({ body, headers }));
        statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
        return new Response(null, { status: statusCode });
      },
    );
    const outbox = createOutbox({
      clock: time.clock,
      faults: {},
      target: {
        publicUrl: 'https://insights.example.com/webhooks/hubspot',
        deliverTo: 'http://127.0.0.1:1/webhooks/hubspot',
        clientSecret: 'a-client-secret',
        propertyNames: [],
        retryDelaysMs: RETRIES_MS,
        wait: time.wait,
      },
    });

    await time.run(
      (async () => {
        for (let event = 1; event <= EVENTS; event += 1) {
          outbox.add([anEvent(event, time.clock.now())]);
          await time.wait(DOWN_FOR_MS / EVENTS);
        }
        await time.wait(24 * HOUR_MS);
        await outbox.close();
      })(),
    );

    const told = new Set(queues.ingest.flatMap(({ dealIds }) => dealIds));
    expect(told.size).toBe(EVENTS);
    expect([...statuses]).toEqual([[204, EVENTS]]);
  });
});
