import { SQSClient } from '@aws-sdk/client-sqs';
import { composeBackfill } from '../../../functions/backfill/compose.ts';
import { parseEnv } from '../../../functions/env.ts';
import { composeIngest } from '../../../functions/ingest/compose.ts';
import { composeNightly } from '../../../functions/nightly/compose.ts';
import { composeReconcile } from '../../../functions/reconcile/compose.ts';
import { composeRollup } from '../../../functions/rollup/compose.ts';
import { composeWebhook } from '../../../functions/webhook/compose.ts';
import { startEventSource } from '../../../local/runtime/event-source.ts';
import { startHttpHost } from '../../../local/runtime/http-host.ts';
import { type Note, type Order, orderSchema } from './protocol.ts';
import { readSharedClock } from './shared-clock.ts';

// The functions of the product in a process of their own, which lives until it is killed.

const env = parseEnv(process.env);
const clock = readSharedClock(process.env.CLOCK_FILE ?? '');
const tell = (note: Note) => process.send?.(note);
const ignore = () => {}; // What fails comes again, through the queue or the schedule.

async function openDoor(): Promise<string> {
  const webhook = composeWebhook(env, clock);
  const { url } = await startHttpHost({
    clock,
    routeTo: () => ({ functionName: 'webhook', invoke: (event) => webhook(JSON.parse(event)) }),
    onFailure: ignore,
  });
  return url;
}

function startWork(): void {
  const source = (functionName: string, queueUrl: string) => ({
    client: new SQSClient(),
    functionName,
    queueUrl,
    concurrency: 2,
    onFailure: ignore,
  });
  const ingest = source('ingest', env.INGEST_QUEUE_URL);
  const rollup = source('rollup', env.ROLLUP_QUEUE_URL);
  startEventSource({ ...ingest, batchSize: 10, windowMs: 0, handler: composeIngest(env, clock) });
  startEventSource({ ...rollup, batchSize: 100, windowMs: 200, handler: composeRollup(env, clock) });
  const backfill = composeBackfill(env, clock);
  const jobs: Readonly<Record<Order['job'], () => Promise<unknown>>> = {
    backfill: () => backfill({ action: 'start' }),
    reconcile: composeReconcile(env, clock),
    nightly: composeNightly(env, clock),
  };
  process.on('message', (message) => {
    const { id, job } = orderSchema.parse(message);
    const done = (hasFailed: boolean) => tell({ kind: 'done', id, hasFailed });
    jobs[job]().then(
      () => done(false),
      () => done(true),
    );
  });
}

process.on('disconnect', () => process.exit()); // Nobody keeps it any more.
if (process.env.ROLE === 'door') tell({ kind: 'ready', url: await openDoor() });
else {
  startWork();
  tell({ kind: 'ready', url: null });
}
