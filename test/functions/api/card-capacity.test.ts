import { mergeDeal, shardOf } from '@deal-stage-insights/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoBlockStore } from '../../../functions/adapters/dynamodb/block-store.ts';
import { dynamoDealNotesStore } from '../../../functions/adapters/dynamodb/deal-notes-store.ts';
import { dynamoDealStore } from '../../../functions/adapters/dynamodb/deal-store.ts';
import { dynamoReferenceStore } from '../../../functions/adapters/dynamodb/reference-store.ts';
import { dynamoReportStore } from '../../../functions/adapters/dynamodb/report-store.ts';
import { dynamoSettingsStore } from '../../../functions/adapters/dynamodb/settings-store.ts';
import { dynamoSnoozeStore } from '../../../functions/adapters/dynamodb/snooze-store.ts';
import type { Table } from '../../../functions/adapters/dynamodb/table.ts';
import { refreshReports } from '../../../functions/rollup/refresh-reports.ts';
import { rollUpShard } from '../../../functions/rollup/roll-up-shard.ts';
import { warmVisitTables } from '../../../functions/rollup/visit-tables.ts';
import { aDealThrough, SALES, someIndex } from '../../support/builders.ts';
import { startEngine, type TestEngine } from '../../support/dynalite.ts';
import { SNAPSHOT } from '../rollup/rollup-host.ts';
import { apiHost, ask } from './api-host.ts';

const DEALS = 200;
const PEOPLE = 50;
const READ_UNITS_MAX = 3;

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

/** A table that rollup has filled with deals of many lengths of stay, so that the model has long curves. */
async function fill(table: Table): Promise<void> {
  const dealStore = dynamoDealStore(table);
  const blockStore = dynamoBlockStore(table);
  const referenceStore = dynamoReferenceStore(table);
  const reads = Array.from({ length: DEALS }, (_, place) => {
    const [first, second, third] = [place % 37, place % 23, place % 41].map((days) => days + place / 100);
    const line = `new ${first}d, demo ${second}d, offer ${third}d, ${place % 3 === 0 ? 'won' : 'lost'}`;
    return aDealThrough(place % 5 === 0 ? 'new 3d, demo' : line, { dealId: String(1000 + place) });
  });
  for (const read of reads) {
    const record = mergeDeal(null, read);
    if (record !== null) await dealStore.storeDeal(record, 0);
  }
  await referenceStore.storePipelines({ ...SNAPSHOT, pipelines: [SALES] });
  const owners = Array.from({ length: PEOPLE }, (_, place) => ({
    ownerId: String(70_000_000 + place),
    userId: String(90_000_000 + place),
    teamIds: [String(5000 + (place % 7))],
    isArchived: false,
  }));
  await referenceStore.storePeople({ owners, teams: [] }, 1);
  const deps = {
    dealStore,
    blockStore,
    referenceStore,
    settingsStore: dynamoSettingsStore(table),
    snoozeStore: dynamoSnoozeStore(table),
    reportStore: dynamoReportStore(table),
    readVisitTable: warmVisitTables(blockStore),
    clock: table.clock,
  };
  for (const shard of new Set(reads.map(({ dealId }) => shardOf(dealId)))) {
    await rollUpShard(deps, shard, someIndex(SALES));
  }
  await refreshReports(deps);
}

describe('a card request', () => {
  it('costs few units and one round trip: all its reads are under way before the first is answered', async () => {
    const { table, meter } = await engine.newTable();
    await fill(table);
    const host = apiHost({
      dealStore: dynamoDealStore(table),
      dealNotes: dynamoDealNotesStore(table),
      reportStore: dynamoReportStore(table),
      referenceStore: dynamoReferenceStore(table),
      settingsStore: dynamoSettingsStore(table),
      snoozeStore: dynamoSnoozeStore(table),
    });
    const address = '/v1/deals/1000/insights?pipeline=sales&stage=demo';
    let underWay = 0;
    let mostUnderWay = 0;
    table.client.middlewareStack.add(
      (next) => async (args) => {
        mostUnderWay = Math.max(mostUnderWay, ++underWay);
        return next(args).finally(() => (underWay -= 1));
      },
      { step: 'initialize', name: 'countReads' },
    );
    meter.reset();

    const cold = await ask(host, address);
    const [coldUnits, coldReads] = [meter.used().readUnits, meter.used().requests];
    meter.reset();
    const warm = await ask(host, address);

    expect([cold.status, warm.status]).toEqual([200, 200]);
    // Deal, notes, model, figures; and what a warm process has: pipelines, people, settings.
    expect(coldReads).toBe(7);
    expect(mostUnderWay).toBe(7);
    expect(coldUnits).toBeLessThanOrEqual(READ_UNITS_MAX);
    expect(meter.used().requests).toBe(4);
    expect(meter.used().readUnits).toBeGreaterThan(0);
    expect(meter.used().readUnits).toBeLessThanOrEqual(READ_UNITS_MAX);
  });
});
