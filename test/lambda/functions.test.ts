import { DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { LambdaProcess } from '../../tools/lambda-lane/lambda-process.ts';
import { CALLER, httpEvent, openLane, signedEvent, sqsEvent } from './support/lane.ts';

let lane: Awaited<ReturnType<typeof openLane>>;
let api: LambdaProcess;
let ingest: LambdaProcess;
let rollup: LambdaProcess;

beforeAll(async () => {
  lane = await openLane();
  [api, ingest, rollup] = await Promise.all([lane.start('Api'), lane.start('Ingest'), lane.start('Rollup')]);
});
afterAll(async () => lane.close());

const httpAnswer = z.object({
  ok: z.literal(true),
  answer: z.object({ statusCode: z.number(), body: z.string().default('') }),
});
const call = async (lambda: LambdaProcess, event: unknown) => {
  const { answer } = httpAnswer.parse(await lambda.invoke(event));
  const body: unknown = answer.body === '' ? null : JSON.parse(answer.body);
  return { status: answer.statusCode, body };
};

/** Takes what waits in a queue out of it, as Lambda's event source would hand it on. */
async function take(queue: 'ingest' | 'rollup'): Promise<readonly string[]> {
  const QueueUrl = lane.engines.queues.urls[queue];
  const bodies: string[] = [];
  for (;;) {
    const { Messages = [] } = await lane.engines.queues.client.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
    );
    if (Messages.length === 0) return bodies;
    for (const { Body = '', ReceiptHandle } of Messages) {
      bodies.push(Body);
      await lane.engines.queues.client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
  }
}

describe('the uploaded bundles under the Lambda runtime client', () => {
  it('answer a signed request, with the secret from Secrets Manager', async () => {
    const { status, body } = await call(api, signedEvent({ method: 'GET', path: '/v1/health', query: CALLER }));

    expect(status).toBe(200);
    expect(body).toMatchObject({ status: expect.any(String) });
  });

  it('refuse an unsigned request', async () => {
    const { status, body } = await call(api, httpEvent({ method: 'GET', path: '/v1/health', query: CALLER }));

    expect(status).toBe(401);
    expect(body).toMatchObject({ code: 'unauthorized' });
  });

  it('say what is allowed in a field that is not valid', async () => {
    const body = JSON.stringify({ version: 'first', value: {} });
    const change = { method: 'PUT', path: '/v1/settings/visibility', query: CALLER, body };

    const answer = await call(api, signedEvent(change));

    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ location: 'body.version', message: expect.stringContaining('expected') }] },
    });
  });

  it('fill the table from the first event of a schedule, and make the reports', async () => {
    const backfill = await lane.start('Backfill');

    expect(await backfill.invoke({ action: 'start' })).toMatchObject({
      ok: true,
      answer: { state: 'done', dealsRead: 30 },
    });
    expect(await rollup.invoke(sqsEvent(await take('rollup')))).toEqual({
      ok: true,
      answer: { batchItemFailures: [] },
    });

    const report = await call(
      await lane.start('Reports'),
      signedEvent({ method: 'GET', path: '/v1/pipelines/sales/stages', query: CALLER }),
    );
    expect(report).toMatchObject({ status: 200, body: { deals: { open: 30 } } });
  });

  it('carry a change from the webhook to the card', async () => {
    const webhook = await lane.start('Webhook');
    lane.simulator.desk.update('7', { dealstage: 'won' }, 'CRM_UI');
    const event = {
      eventId: 1,
      subscriptionId: 1,
      portalId: 4711,
      appId: 77,
      occurredAt: Date.now(),
      subscriptionType: 'object.propertyChange',
      objectTypeId: '0-3',
      objectId: 7,
      propertyName: 'dealstage',
      propertyValue: 'won',
      attemptNumber: 0,
      changeSource: 'CRM_UI',
    };

    const delivered = await webhook.invoke(
      signedEvent({ method: 'POST', path: '/webhooks/hubspot', body: JSON.stringify([event]) }),
    );
    const read = await ingest.invoke(sqsEvent(await take('ingest')));
    const card = await call(
      api,
      signedEvent({ method: 'GET', path: '/v1/deals/7/insights', query: `pipeline=sales&stage=won&${CALLER}` }),
    );

    expect(httpAnswer.parse(delivered).answer.statusCode).toBeLessThan(300);
    expect(read).toEqual({ ok: true, answer: { batchItemFailures: [] } });
    expect(card).toMatchObject({ status: 200, body: { status: 'won', behind: false } });
  });

  it('give back only the message that failed', async () => {
    const good = JSON.stringify({ dealIds: ['1'], origin: 'webhook', sentAt: 1 });

    expect(await ingest.invoke(sqsEvent([good, 'poison', good]))).toEqual({
      ok: true,
      answer: { batchItemFailures: [{ itemIdentifier: 'message-1' }] },
    });
  });

  it('run on schedule', async () => {
    const [reconcile, nightly] = await Promise.all([lane.start('Reconcile'), lane.start('Nightly')]);

    expect(await reconcile.invoke({})).toMatchObject({ ok: true });
    expect(await nightly.invoke({})).toMatchObject({ ok: true });
  });

  it('write logs that are lines of JSON without the token, the secret or the caller', async () => {
    const lines = [api, ingest, rollup].flatMap((lambda) =>
      lambda
        .log()
        .split('\n')
        .filter((line) => line.startsWith('{')),
    );

    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(() => void JSON.parse(line)).not.toThrow();
    expect(lines.join('\n')).not.toMatch(/client-secret|ann@example|ann%40example|Bearer/);
  });
});
