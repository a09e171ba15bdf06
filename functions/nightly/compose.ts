import { dynamoBlockStore } from '../adapters/dynamodb/block-store.ts';
import { dynamoDealStore } from '../adapters/dynamodb/deal-store.ts';
import { dynamoErasureStore } from '../adapters/dynamodb/erasure-store.ts';
import { dynamoFrozenStore } from '../adapters/dynamodb/frozen-store.ts';
import { dynamoReferenceStore } from '../adapters/dynamodb/reference-store.ts';
import { dynamoReportStore } from '../adapters/dynamodb/report-store.ts';
import { dynamoSettingsStore } from '../adapters/dynamodb/settings-store.ts';
import { dynamoSnoozeStore } from '../adapters/dynamodb/snooze-store.ts';
import { dynamoStatusStore } from '../adapters/dynamodb/status-store.ts';
import { openTable } from '../adapters/dynamodb/table.ts';
import { sqsRollupQueue } from '../adapters/sqs/queues.ts';
import { unlessErased } from '../erase/unless-erased.ts';
import type { Env } from '../env.ts';
import { createLog } from '../log.ts';
import type { Clock } from '../ports/clock.ts';
import type { NightlyResult } from '../ports/status-store.ts';
import { warmVisitTables } from '../rollup/visit-tables.ts';
import { systemClock } from '../system-clock.ts';
import { runNightly } from './run-nightly.ts';

/** The function behind the schedule; null: the day's work was done already. */
export function composeNightly(env: Env, clock: Clock = systemClock): () => Promise<NightlyResult | null> {
  const table = openTable({ name: env.TABLE_NAME, portalId: env.PORTAL_ID, clock });
  const blockStore = dynamoBlockStore(table);
  const erasures = dynamoErasureStore(table);
  const deps = {
    dealStore: dynamoDealStore(table),
    blockStore,
    referenceStore: dynamoReferenceStore(table),
    reportStore: dynamoReportStore(table),
    settingsStore: dynamoSettingsStore(table),
    snoozeStore: dynamoSnoozeStore(table),
    statusStore: dynamoStatusStore(table),
    rollupQueue: sqsRollupQueue({ url: env.ROLLUP_QUEUE_URL }),
    frozenStore: dynamoFrozenStore(table),
    readVisitTable: warmVisitTables(blockStore),
    clock,
    log: createLog('nightly', env.LOG_LEVEL),
  };
  return () => unlessErased(erasures, () => runNightly(deps), null);
}
