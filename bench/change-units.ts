import { shardOf } from '@deal-stage-insights/shared';
import { dynamoDealStore } from '../functions/adapters/dynamodb/deal-store.ts';
import { dynamoFrozenStore } from '../functions/adapters/dynamodb/frozen-store.ts';
import { dynamoReferenceStore } from '../functions/adapters/dynamodb/reference-store.ts';
import { dynamoStatusStore } from '../functions/adapters/dynamodb/status-store.ts';
import { runNightly } from '../functions/nightly/run-nightly.ts';
import { recordDeals } from '../functions/record-deals.ts';
import { rollUp } from '../functions/rollup/roll-up.ts';
import { startEngine, type TestEngine } from '../test/support/dynalite.ts';
import { fakeQueues } from '../test/support/fakes.ts';
import type { Measurement } from './measurement.ts';
import { fillTable, rollUpDeps } from './support/filled-table.ts';
import { BENCH_NOW, someDealReads } from './support/some-deals.ts';

/** Two sizes, so that what a change costs anyway and what grows with the account can be told apart. */
const SIZES = [2_000, 10_000];

/** What one change of one deal costs from the read to the reports, and what a night costs, in units of the table. */
export async function measure(): Promise<Measurement[]> {
  const engine = await startEngine();
  try {
    const measured: Measurement[] = [];
    for (const deals of SIZES) measured.push(...(await measureAccount(engine, deals)));
    return measured;
  } finally {
    await engine.close();
  }
}

async function measureAccount(engine: TestEngine, deals: number): Promise<Measurement[]> {
  const { table, clock, meter } = await engine.newTable('1');
  clock.set(BENCH_NOW);
  await fillTable(table, deals);
  const [read] = someDealReads(1);
  if (read === undefined) throw new Error('The bench has no deals.');
  const used = async (work: () => Promise<unknown>) => {
    meter.reset();
    const from = process.cpuUsage();
    await work();
    const cpu = process.cpuUsage(from);
    return { ...meter.used(), cpuMs: (cpu.user + cpu.system) / 1000 };
  };
  const changed = (step: number) => {
    const at = BENCH_NOW + step * 1000;
    const dealstage = [
      ...read.histories.dealstage,
      { at, value: step % 2 === 0 ? 'demo' : 'offer', sourceType: 'CRM_UI' },
    ];
    return { ...read, readAt: at, lastModifiedAt: at, histories: { ...read.histories, dealstage } };
  };
  const store = dynamoDealStore(table);
  const record = (step: number) => recordDeals({ store, rollupQueue: fakeQueues() }, [changed(step)]);
  const shards = [shardOf(read.dealId)];

  const recorded = await used(() => record(1));
  const cold = await used(() => rollUp(rollUpDeps(table), shards));
  const deps = rollUpDeps(table);
  await record(2);
  await rollUp(deps, shards);
  await record(3);
  const warm = await used(() => rollUp(deps, shards));
  await dynamoReferenceStore(table).storeAccount({ portalId: '1', timeZone: 'UTC', currency: 'EUR' });
  clock.set(BENCH_NOW + 2 * 86_400_000);
  const night = await used(() =>
    runNightly({
      ...rollUpDeps(table),
      statusStore: dynamoStatusStore(table),
      frozenStore: dynamoFrozenStore(table),
      rollupQueue: fakeQueues(),
    }),
  );

  const against = `${deals.toLocaleString('en')} deals`;
  const rows = (name: string, units: typeof recorded): Measurement[] => [
    { name: `${name}, read`, value: units.readUnits, unit: 'RCU', budget: null, against },
    {
      name: `${name}, written`,
      value: units.writeUnits,
      unit: 'WCU',
      budget: name === 'change recorded' ? 2 : null,
      against,
    },
    { name: `${name}, CPU`, value: units.cpuMs, unit: 'ms', budget: null, against: `${against}, engine included` },
  ];
  return [
    ...rows('change recorded', recorded),
    ...rows('rollup cold', cold),
    ...rows('rollup warm', warm),
    ...rows('night', night),
  ];
}
