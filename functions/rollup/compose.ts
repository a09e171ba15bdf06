import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { dynamoBlockStore } from '../adapters/dynamodb/block-store.ts';
import { dynamoDealStore } from '../adapters/dynamodb/deal-store.ts';
import { dynamoErasureStore } from '../adapters/dynamodb/erasure-store.ts';
import { dynamoReferenceStore } from '../adapters/dynamodb/reference-store.ts';
import { dynamoReportStore } from '../adapters/dynamodb/report-store.ts';
import { dynamoSettingsStore } from '../adapters/dynamodb/settings-store.ts';
import { dynamoSnoozeStore } from '../adapters/dynamodb/snooze-store.ts';
import { dynamoStatusStore } from '../adapters/dynamodb/status-store.ts';
import { openTable } from '../adapters/dynamodb/table.ts';
import { unlessErased } from '../erase/unless-erased.ts';
import type { Env } from '../env.ts';
import { createLog } from '../log.ts';
import type { Clock } from '../ports/clock.ts';
import { systemClock } from '../system-clock.ts';
import { handleBatch } from './handle-batch.ts';
import { rollUp } from './roll-up.ts';
import { warmVisitTables } from './visit-tables.ts';

/** The function behind the rollup queue. */
export function composeRollup(env: Env, clock: Clock = systemClock): (event: SQSEvent) => Promise<SQSBatchResponse> {
  const table = openTable({ name: env.TABLE_NAME, portalId: env.PORTAL_ID, clock });
  const blockStore = dynamoBlockStore(table);
  const erasures = dynamoErasureStore(table);
  const log = createLog('rollup', env.LOG_LEVEL);
  const deps = {
    dealStore: dynamoDealStore(table),
    blockStore,
    referenceStore: dynamoReferenceStore(table),
    reportStore: dynamoReportStore(table),
    settingsStore: dynamoSettingsStore(table),
    snoozeStore: dynamoSnoozeStore(table),
    statusStore: dynamoStatusStore(table),
    readVisitTable: warmVisitTables(blockStore),
    clock,
    log,
  };
  return (event) => handleBatch(event, (shards) => unlessErased(erasures, () => rollUp(deps, shards), []), log);
}
