import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { composeWebhook } from '../../functions/webhook/compose.ts';
import { startHttpHost } from '../../local/runtime/http-host.ts';
import { functionsEnv, pointSdkAt } from '../../local/runtime/variables.ts';
import { type Burst, type BurstOrder, burstSchema, readySchema } from './burst-sender.ts';
import { fakeClock } from './fakes.ts';

const BASE_URL = 'https://insights.example.com';
const CLIENT_SECRET = 'a-client-secret';
const NOW = 1_790_000_000_000;

/** Bursts of deliveries through the host that stands for API Gateway, into a queue that, with their sender, has a thread of its own. */
export async function webhookBurst(rounds: number): Promise<Burst> {
  const clock = fakeClock(NOW);
  const sender = new Worker(new URL('./burst-sender.ts', import.meta.url));
  const queues = readySchema.parse((await once(sender, 'message'))[0]);
  const installation = {
    hubspotUrl: 'http://127.0.0.1:1',
    accessToken: 'a-token',
    clientSecret: CLIENT_SECRET,
    publicBaseUrl: BASE_URL,
    portalId: '62515',
    appId: '1',
    adminEmails: [],
    logLevel: 'SILENT' as const,
  };
  pointSdkAt({ dynamodbUrl: 'http://127.0.0.1:1', queues });
  const webhook = composeWebhook(functionsEnv(installation, { queues }), clock);
  const nothing = handle(new Hono().post('*', (c) => c.body(null, 204)));
  const host = await startHttpHost({
    clock,
    routeTo: (path) =>
      path.startsWith('/webhooks/')
        ? { functionName: 'webhook', invoke: (event) => webhook(JSON.parse(event)) }
        : { functionName: 'nothing', invoke: (event) => nothing(JSON.parse(event)) },
    onFailure: () => {},
  });
  try {
    const order: BurstOrder = {
      hostUrl: host.url,
      publicBaseUrl: BASE_URL,
      clientSecret: CLIENT_SECRET,
      now: NOW,
      rounds,
    };
    sender.postMessage(order);
    return burstSchema.parse((await once(sender, 'message'))[0]);
  } finally {
    await host.close();
    await sender.terminate();
  }
}
