import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoDealStore } from '../../../../functions/adapters/dynamodb/deal-store.ts';
import { dynamoReportStore } from '../../../../functions/adapters/dynamodb/report-store.ts';
import { recordDeals } from '../../../../functions/record-deals.ts';
import { aTypicalDeal } from '../../../support/typical-deal.ts';
import { startEngine, type TestEngine } from '../../../support/dynalite.ts';
import { fakeQueues } from '../../../support/fakes.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

describe('capacity units', () => {
  it('of a change are at most two written, and one for most deals; of a repeat none', async () => {
    const { table, meter } = await engine.newTable();
    const deps = { store: dynamoDealStore(table), rollupQueue: fakeQueues() };
    await recordDeals(deps, [aTypicalDeal({ changes: 19 })]);
    meter.reset();

    await recordDeals(deps, [aTypicalDeal({ changes: 20 })]);
    expect(meter.used().writeUnits).toBe(1);

    meter.reset();
    await recordDeals(deps, [aTypicalDeal({ changes: 20 })]);
    expect(meter.used()).toMatchObject({ writeUnits: 0, requests: 1 });
  });

  it('of one deal for the card are at most half a unit a KB of the record, in one request', async () => {
    const { table, meter } = await engine.newTable();
    const store = dynamoDealStore(table);
    await recordDeals({ store, rollupQueue: fakeQueues() }, [aTypicalDeal({ changes: 20 })]);
    meter.reset();

    await store.readDeal(aTypicalDeal({ changes: 20 }).dealId);

    expect(meter.used()).toEqual({ readUnits: 0.5, writeUnits: 0, requests: 1 });
  });

  it('of a report that did not change are not written', async () => {
    const { table, meter } = await engine.newTable();
    const store = dynamoReportStore(table);
    await store.storeReport('default', 'stages', '{"n":1}');
    meter.reset();

    await store.storeReport('default', 'stages', '{"n":1}');

    expect(meter.used().writeUnits).toBe(0);
  });
});
