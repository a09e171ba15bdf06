import { dynamoBlockStore } from '../adapters/dynamodb/block-store.ts';
import { dynamoDeadLetterStore } from '../adapters/dynamodb/dead-letter-store.ts';
import { dynamoDealNotesStore } from '../adapters/dynamodb/deal-notes-store.ts';
import { dynamoDealStore } from '../adapters/dynamodb/deal-store.ts';
import { dynamoErasureStore } from '../adapters/dynamodb/erasure-store.ts';
import { dynamoFrozenStore } from '../adapters/dynamodb/frozen-store.ts';
import { dynamoReferenceStore } from '../adapters/dynamodb/reference-store.ts';
import { dynamoStatusStore } from '../adapters/dynamodb/status-store.ts';
import { dynamoSyncStore } from '../adapters/dynamodb/sync-store.ts';
import { openTable } from '../adapters/dynamodb/table.ts';
import { CATCHING_UP, hubspotDealSource } from '../adapters/hubspot/deal-source.ts';
import { realTiming } from '../adapters/hubspot/timing.ts';
import { secretSource } from '../adapters/secrets/secret-source.ts';
import { sqsRollupQueue } from '../adapters/sqs/queues.ts';
import { continueErasures } from '../erase/continue-erasures.ts';
import type { Env } from '../env.ts';
import { createLog } from '../log.ts';
import { noteRefusal } from '../note-refusal.ts';
import type { Clock } from '../ports/clock.ts';
import type { ReconcileResult } from '../ports/status-store.ts';
import { systemClock } from '../system-clock.ts';
import { reconcile } from './reconcile.ts';
import { sweep } from './sweep.ts';

const TIME_FOR_A_STEP_MS = 120_000;

/** Of Lambda's context, what is needed: a local process has no time limit and gives none. */
interface TimeLimit {
  getRemainingTimeInMillis(): number;
}

/** Started by a schedule; the event says nothing. Answers what it found; null before the first backfill. */
export type ReconcileHandler = (event?: unknown, limit?: TimeLimit) => Promise<ReconcileResult | null>;

export function composeReconcile(env: Env, clock: Clock = systemClock): ReconcileHandler {
  const table = openTable({ name: env.TABLE_NAME, portalId: env.PORTAL_ID, clock });
  const store = dynamoDealStore(table);
  const deps = {
    store,
    reference: dynamoReferenceStore(table),
    status: dynamoStatusStore(table),
    sync: dynamoSyncStore(table),
    deadLetters: dynamoDeadLetterStore(table),
    rollupQueue: sqsRollupQueue({ url: env.ROLLUP_QUEUE_URL }),
    source: hubspotDealSource({
      baseUrl: env.HUBSPOT_API_URL,
      secrets: secretSource(env, clock),
      timing: realTiming(clock),
      manners: CATCHING_UP,
    }),
    clock,
    log: createLog('reconcile', env.LOG_LEVEL),
  };
  const erasing = {
    ...deps,
    dealStore: store,
    dealNotes: dynamoDealNotesStore(table),
    blockStore: dynamoBlockStore(table),
    erasures: dynamoErasureStore(table),
    frozenStore: dynamoFrozenStore(table),
  };
  return async (_event, limit) => {
    const remainingMs = limit?.getRemainingTimeInMillis() ?? Number.POSITIVE_INFINITY;
    const until = clock.now() + remainingMs - TIME_FOR_A_STEP_MS;
    // First of all, and without HubSpot: a refused token must not hold it up.
    if (await continueErasures(erasing, until)) return null;
    try {
      const result = await reconcile(deps);
      if (result !== null) await sweep(deps, until);
      return result;
    } catch (error) {
      await noteRefusal(deps.status, error, clock.now());
      throw error;
    }
  };
}
