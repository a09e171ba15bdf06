import { mergeDeal, type PresentRead, shardOf } from '@deal-stage-insights/shared';
import { dynamoBlockStore } from '../../functions/adapters/dynamodb/block-store.ts';
import { dynamoDealStore } from '../../functions/adapters/dynamodb/deal-store.ts';
import { dynamoReferenceStore } from '../../functions/adapters/dynamodb/reference-store.ts';
import { dynamoReportStore } from '../../functions/adapters/dynamodb/report-store.ts';
import { dynamoSettingsStore } from '../../functions/adapters/dynamodb/settings-store.ts';
import { dynamoSnoozeStore } from '../../functions/adapters/dynamodb/snooze-store.ts';
import { dynamoStatusStore } from '../../functions/adapters/dynamodb/status-store.ts';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import { concurrently } from '../../functions/concurrently.ts';
import { rollUp, type RollUpDeps } from '../../functions/rollup/roll-up.ts';
import { warmVisitTables } from '../../functions/rollup/visit-tables.ts';
import { silentLog } from '../../test/support/fakes.ts';
import { BENCH_NOW, BENCH_PIPELINE, someDealReads } from './some-deals.ts';

/** The stores of a process that has just started: nothing is warm. */
export function rollUpDeps(table: Table): RollUpDeps {
  const blockStore = dynamoBlockStore(table);
  return {
    dealStore: dynamoDealStore(table),
    referenceStore: dynamoReferenceStore(table),
    blockStore,
    reportStore: dynamoReportStore(table),
    settingsStore: dynamoSettingsStore(table),
    snoozeStore: dynamoSnoozeStore(table),
    statusStore: dynamoStatusStore(table),
    readVisitTable: warmVisitTables(blockStore),
    clock: table.clock,
    log: silentLog,
  };
}

/** Fills a table with deals and everything that is made from them. */
export async function fillTable(table: Table, deals: number): Promise<{ readonly dealIds: readonly string[] }> {
  const dealStore = dynamoDealStore(table);
  const reads: PresentRead[] = [...someDealReads(deals)];
  const pipelines = { readAt: BENCH_NOW, version: '1', pipelines: [BENCH_PIPELINE] };
  await dynamoReferenceStore(table).storePipelines(pipelines);
  await concurrently(reads, 16, async (read) => {
    const record = mergeDeal(null, read);
    if (record !== null) await dealStore.storeDeal(record, 0);
  });
  const dealIds = reads.map(({ dealId }) => dealId);
  await rollUp(rollUpDeps(table), dealIds.map(shardOf));
  return { dealIds };
}
