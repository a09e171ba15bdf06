import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Simulator, WebhookTarget } from '../../../local/hubspot-simulator/options.ts';
import { signatureHeaders } from '../../../local/hubspot-simulator/webhooks/sign-request.ts';
import { aPortal, aSeedDeal, openSimulator, START } from './small-portal.ts';

interface Delivery {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly events: readonly Record<string, unknown>[];
}

let simulator: Simulator;
let server: Server;
let deliveries: Delivery[];
let answerWith: (attempt: number) => number;

beforeEach(async () => {
  deliveries = [];
  answerWith = () => 200;
  server = createServer((request, response) => {
    void text(request).then((body) => {
      deliveries.push({ headers: request.headers, body, events: JSON.parse(body) });
      response.writeHead(answerWith(deliveries.length)).end();
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterEach(async () => {
  await simulator.close();
  server.close();
});

function target(overrides: Partial<WebhookTarget> = {}): WebhookTarget {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return {
    publicUrl: 'https://insights.example.com/webhooks/hubspot',
    deliverTo: `http://127.0.0.1:${address.port}/webhooks/hubspot`,
    clientSecret: 'a secret',
    propertyNames: ['dealstage', 'pipeline', 'amount'],
    retryDelaysMs: [0, 0, 0],
    ...overrides,
  };
}

const deliveriesAre = (count: number) => expect.poll(() => deliveries.length).toBe(count);

describe('webhooks', () => {
  it('are signed for the public URL over the very bytes that arrive', async () => {
    simulator = await openSimulator(aPortal([aSeedDeal('1')]));
    simulator.sendWebhooksTo(target());

    simulator.desk.update('1', { amount: '5' });
    await simulator.webhooksSent();

    const [delivery] = deliveries;
    const expected = signatureHeaders(
      {
        method: 'POST',
        url: 'https://insights.example.com/webhooks/hubspot',
        body: delivery?.body ?? '',
        sentAt: START,
      },
      'a secret',
    );
    expect(delivery?.headers).toMatchObject(expected);
  });

  it('say what changed to what, with an instant that is near the one in the history but not the same', async () => {
    simulator = await openSimulator(aPortal([aSeedDeal('1')]));
    simulator.sendWebhooksTo(target());

    simulator.desk.update('1', { dealstage: 'won', dealname: 'not subscribed' }, 'CRM_UI');
    await simulator.webhooksSent();

    expect(deliveries[0]?.events).toMatchObject([
      {
        subscriptionType: 'object.propertyChange',
        objectTypeId: '0-3',
        objectId: 1,
        portalId: 4711,
        appId: 77,
        propertyName: 'dealstage',
        propertyValue: 'won',
        changeSource: 'CRM_UI',
        attemptNumber: 0,
      },
    ]);
    const occurredAt = Number(deliveries[0]?.events[0]?.['occurredAt']);
    expect(occurredAt).not.toBe(START);
    expect(Math.abs(occurredAt - START)).toBeLessThan(1000);
  });

  it('tell of creation, deletion, restore and merge', async () => {
    simulator = await openSimulator(aPortal([aSeedDeal('1'), aSeedDeal('2')]));
    simulator.sendWebhooksTo(target({ propertyNames: [] }));

    const { dealId } = simulator.desk.create({ dealstage: 'new' });
    simulator.desk.archive(dealId);
    simulator.desk.restore(dealId);
    simulator.desk.merge('1', '2');
    await simulator.webhooksSent();

    const events = deliveries.flatMap((delivery) => delivery.events);
    expect(events.map(({ subscriptionType }) => subscriptionType)).toEqual([
      'object.creation',
      'object.deletion',
      'object.restore',
      'object.merge',
    ]);
    expect(events[3]).toMatchObject({ primaryObjectId: 1, mergedObjectIds: [2] });
  });

  it('travel at most 100 together', async () => {
    simulator = await openSimulator(aPortal([aSeedDeal('1')]));
    simulator.sendWebhooksTo(target());

    for (let amount = 1; amount <= 250; amount += 1) simulator.desk.update('1', { amount: `${amount}.5` });
    await simulator.webhooksSent();

    expect(deliveries.map(({ events }) => events.length)).toEqual([100, 100, 50]);
  });

  it('come again, counted, until they are answered with 2xx', async () => {
    simulator = await openSimulator(aPortal([aSeedDeal('1')]));
    simulator.sendWebhooksTo(target());
    answerWith = (attempt) => (attempt < 3 ? 500 : 200);

    simulator.desk.update('1', { amount: '5' });

    await deliveriesAre(3);
    expect(deliveries.map(({ events }) => events[0]?.['attemptNumber'])).toEqual([0, 1, 2]);
  });

  it('are given up after the last retry', async () => {
    simulator = await openSimulator(aPortal([aSeedDeal('1')]));
    simulator.sendWebhooksTo(target());
    answerWith = () => 500;

    simulator.desk.update('1', { amount: '5' });
    await deliveriesAre(4);
    simulator.desk.update('1', { amount: '6' });
    await expect.poll(() => deliveries.at(-1)?.events[0]?.['propertyValue']).toBe('6');

    expect(deliveries.filter(({ events }) => events[0]?.['propertyValue'] === '5')).toHaveLength(4);
  });

  it('can be doubled and dropped by a fault', async () => {
    simulator = await openSimulator(aPortal([aSeedDeal('1')]), {
      faults: { beforeDelivery: (events) => [events, events] },
    });
    simulator.sendWebhooksTo(target());

    simulator.desk.update('1', { amount: '5' });
    await simulator.webhooksSent();

    expect(deliveries).toHaveLength(2);
    expect(deliveries[0]?.body).toBe(deliveries[1]?.body);
  });
});
