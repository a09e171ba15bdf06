import { type DealRecord, mergeDeal, pipelineIndex, type ReportFilters, shardOf } from '@deal-stage-insights/shared';
import { type AskFiltered, filteredQuestions } from '../functions/api/filtered-report.ts';
import { rollUpShard } from '../functions/rollup/roll-up-shard.ts';
import { NO_FILTERS } from '../functions/rollup/report-question.ts';
import { REPORTS } from '../functions/rollup/report-registry.ts';
import { type ServedReport, SERVED_REPORTS } from '../functions/rollup/served-reports.ts';
import {
  fakeBlockStore,
  fakeClock,
  fakeReferenceStore,
  fakeReportStore,
  fakeSettingsStore,
  fakeSnoozeStore,
} from '../test/support/fakes.ts';
import { peopleOf } from '../functions/api/people.ts';
import { viewer } from '../functions/api/viewer.ts';
import { type Measurement, median, processorMs } from './measurement.ts';
import { BENCH_NOW, BENCH_PIPELINE, someDealReads } from './support/some-deals.ts';

const DEALS = 100_000;
const ROUNDS = 7;
const EMAIL = 'boss@example.com';
const VIEWER = viewer(
  { userId: '1', userEmail: EMAIL },
  {
    people: peopleOf({ owners: [], teams: [] }),
    adminEmails: [EMAIL],
    managers: { managers: [] },
    visibility: { dealInsights: 'everyone', showsNamedReps: false, groupOthersMin: 5 },
  },
);
const FILTERS: ReportFilters = { ...NO_FILTERS, amountBand: { from: null, to: 5500 } };

/** Reports with filters over blocks in memory: what the API works, without the way to DynamoDB. */
export async function measure(): Promise<Measurement[]> {
  const { deps, changes } = await someBlocks();
  const size = `${DEALS.toLocaleString('en')} deals, ${changes.toLocaleString('en')} changes`;
  const measurements: Measurement[] = [];
  const coldMs = await processorMs(() => make(filteredQuestions(deps), 'flow', FILTERS));
  measurements.push({ name: 'filtered report, cold', value: coldMs, unit: 'ms', budget: 2000, against: size });
  const ask = filteredQuestions(deps);
  await make(ask, 'flow', FILTERS);
  for (const name of SERVED_REPORTS) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const amountBand = { from: round, to: 5500 }; // Another question each time: nothing of it is warm but the blocks.
      times.push(await processorMs(() => make(ask, name, { ...NO_FILTERS, amountBand })));
    }
    measurements.push({
      name: `filtered report, warm: ${name}`,
      value: median(times),
      unit: 'ms',
      budget: 300,
      against: size,
    });
  }
  return measurements;
}

async function make(ask: AskFiltered, name: ServedReport, filters: ReportFilters): Promise<unknown> {
  return REPORTS[name](await ask(VIEWER, { pipelineId: 'sales', filters }));
}

async function someBlocks() {
  const clock = fakeClock(BENCH_NOW);
  const [blockStore, referenceStore] = [fakeBlockStore(clock), fakeReferenceStore()];
  await referenceStore.storePipelines({ readAt: BENCH_NOW, version: '1', pipelines: [BENCH_PIPELINE] });
  const shards = new Map<number, DealRecord[]>();
  let changes = 0;
  for (const read of someDealReads(DEALS)) {
    const record = mergeDeal(null, read);
    if (record === null) continue;
    changes += read.histories['dealstage']?.length ?? 0;
    const shard = shardOf(read.dealId);
    shards.set(shard, [...(shards.get(shard) ?? []), record]);
  }
  const index = pipelineIndex([BENCH_PIPELINE]);
  const dealStore = { readShard: async (shard: number) => shards.get(shard) ?? [] };
  for (const shard of shards.keys()) await rollUpShard({ dealStore, blockStore, clock }, shard, index);
  return {
    deps: {
      blockStore,
      referenceStore,
      reportStore: fakeReportStore(),
      settingsStore: fakeSettingsStore(),
      snoozeStore: fakeSnoozeStore(),
      clock,
    },
    changes,
  };
}
