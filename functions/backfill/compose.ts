import type { BackfillProgress } from '@deal-stage-insights/shared';
import { dynamoDeadLetterStore } from '../adapters/dynamodb/dead-letter-store.ts';
import { dynamoDealStore } from '../adapters/dynamodb/deal-store.ts';
import { dynamoErasureStore } from '../adapters/dynamodb/erasure-store.ts';
import { dynamoReferenceStore } from '../adapters/dynamodb/reference-store.ts';
import { dynamoStatusStore } from '../adapters/dynamodb/status-store.ts';
import { dynamoSyncStore } from '../adapters/dynamodb/sync-store.ts';
import { openTable } from '../adapters/dynamodb/table.ts';
import { BACKGROUND, hubspotDealSource } from '../adapters/hubspot/deal-source.ts';
import { realTiming } from '../adapters/hubspot/timing.ts';
import { secretSource } from '../adapters/secrets/secret-source.ts';
import { sqsRollupQueue } from '../adapters/sqs/queues.ts';
import { unlessErased } from '../erase/unless-erased.ts';
import type { Env } from '../env.ts';
import { createLog } from '../log.ts';
import type { Clock } from '../ports/clock.ts';
import { systemClock } from '../system-clock.ts';
import { runBackfill } from './run-backfill.ts';
import { startBackfill } from './start-backfill.ts';

const TIME_TO_SAVE_MS = 60_000;

/** `start` makes a backfill unless one is running, and goes on with it; `resume`, which a schedule sends, only goes on. */
interface BackfillEvent {
  readonly action: 'start' | 'resume';
}

/** Of Lambda's context, what is needed: a local process has no time limit and gives none. */
interface TimeLimit {
  getRemainingTimeInMillis(): number;
}

export type BackfillHandler = (event: BackfillEvent, limit?: TimeLimit) => Promise<BackfillProgress | null>;

export function composeBackfill(env: Env, clock: Clock = systemClock): BackfillHandler {
  const table = openTable({ name: env.TABLE_NAME, portalId: env.PORTAL_ID, clock });
  const deps = {
    store: dynamoDealStore(table),
    reference: dynamoReferenceStore(table),
    status: dynamoStatusStore(table),
    sync: dynamoSyncStore(table),
    deadLetters: dynamoDeadLetterStore(table),
    rollupQueue: sqsRollupQueue({ url: env.ROLLUP_QUEUE_URL }),
    source: hubspotDealSource({
      baseUrl: env.HUBSPOT_API_URL,
      secrets: secretSource(env, clock),
      timing: realTiming(clock),
      manners: BACKGROUND,
    }),
    clock,
    log: createLog('backfill', env.LOG_LEVEL),
  };
  return ({ action }, limit) => {
    const run = async () => {
      if (action === 'start') await startBackfill(deps);
      const remainingMs = limit?.getRemainingTimeInMillis() ?? Number.POSITIVE_INFINITY;
      return runBackfill(deps, clock.now() + remainingMs - TIME_TO_SAVE_MS);
    };
    return unlessErased(dynamoErasureStore(table), run, null);
  };
}
