import {
  buildPipelineModel,
  DAY_MS,
  foldShard,
  forecastReport,
  mergeDeal,
  mergeVisitTables,
  pipelineIndex,
  type PipelineView,
  type PresentRead,
  seededRandom,
  type VisitBlock,
  type VisitTable,
  winWithinAt,
} from '@deal-stage-insights/shared';
import type { LoggedTransition } from '../local/history-csv/logged-deal.ts';
import { visitTableOfLog } from '../local/evaluate/visit-table-of-log.ts';
import { forecastInputsAt } from '../shared/src/analytics/forecast-inputs.ts';
import { REPORT_EFFORT } from '../shared/src/analytics/forecast-report.ts';
import { newBusinessRange, openRange, totalRange } from '../shared/src/analytics/revenue-range.ts';
import { windowForecasts } from '../shared/src/analytics/window-forecasts.ts';
import { type Measurement, median, medianProcessorMs, processorMs } from './measurement.ts';
import { benchQuestion, reportPass } from './support/report-pass.ts';
import { BENCH_NOW, BENCH_PIPELINE, someDealReads } from './support/some-deals.ts';

const DEALS = 200_000;
/** Of which some 5,000 are open. */
const FORECAST_DEALS = 92_000;
const STAGES = ['new', 'demo', 'offer', 'negotiation', 'won', 'lost'];
const START_MS = Date.UTC(2024, 0, 1);
const AS_OF_MS = START_MS + 700 * DAY_MS;
const BACK = 0.3;

/**
 * The core at its largest: records into visits, a million visits into a model, chances for another horizon, and the forecast
 * with 5,000 open deals; each held against a plain loop over as many numbers in the same run.
 */
export async function measure(): Promise<Measurement[]> {
  const table = someTable();
  const pipeline = somePipeline();
  const make = (seed: number) =>
    buildPipelineModel({ table, pipeline, asOf: AS_OF_MS, horizonDays: 30, seed, position: {} });
  const model = make(1);
  const modelMs = await medianProcessorMs(3, () => make(1));
  const sortMs = await medianProcessorMs(3, () =>
    table.exitedAt.map((exitedAt, row) => exitedAt - (table.enteredAt[row] ?? 0)).sort(),
  );
  const curveMs = await medianProcessorMs(15, (round) =>
    winWithinAt({ ...model, position: { round: String(round) } }, 'new', 0, [90]),
  );
  const curveFloorMs = (await medianProcessorMs(15, () => chainLoops(CURVE_LOOPS))) / CURVE_LOOPS;
  const ratio = (modelMs / sortMs).toFixed(1);
  return [
    {
      name: `model of ${table.length.toLocaleString('en')} visits`,
      value: modelMs,
      unit: 'ms',
      budget: 3000,
      against: `${ratio} times one bare sort of their durations, ${Math.round(sortMs)} ms`,
    },
    ...(await foldFigures()),
    {
      name: 'win curve of 90 days',
      value: curveMs,
      unit: 'ms',
      budget: null,
      against: `${(curveMs / curveFloorMs).toFixed(1)} times its sums as a bare loop, ${curveFloorMs.toFixed(2)} ms: 4 stages, ${STEPS_OF_90_DAYS} steps`,
    },
    ...(await forecastFigures()),
  ];
}

const STEPS_OF_90_DAYS = 96;
const LIVE_STAGES = 4;
const CURVE_LOOPS = 20; // One alone is too short to be timed.

/** As many multiplications and additions as the renewal equation of 90 days has. */
function chainLoops(times: number): number {
  const [exits, within] = [
    new Float64Array(STEPS_OF_90_DAYS * LIVE_STAGES).fill(0.01),
    new Float64Array(STEPS_OF_90_DAYS + 1),
  ];
  let sum = 0;
  for (let time = 0; time < times; time += 1) {
    for (let stage = 0; stage < LIVE_STAGES; stage += 1) {
      for (let h = 1; h <= STEPS_OF_90_DAYS; h += 1) {
        for (let u = 0; u < h; u += 1) {
          for (let k = 0; k < LIVE_STAGES; k += 1) sum += (exits[u * LIVE_STAGES + k] ?? 0) * (within[h - u] ?? 0);
        }
      }
    }
  }
  return sum;
}

const FOLD_DEALS = 240_000;
const FOLDED_AT_ONCE = 1000; // Of the order of a large portal's shard.

/** Records of some million visits into blocks, as rollup folds them: shard by shard. */
async function foldFigures(): Promise<Measurement[]> {
  const index = pipelineIndex([BENCH_PIPELINE]);
  const [deals, sums] = [someDealReads(FOLD_DEALS), { foldMs: 0, floorMs: 0 }];
  const blocks: VisitBlock[] = [];
  for (let from = 0; from < FOLD_DEALS; from += FOLDED_AT_ONCE) {
    const reads = readsOf(deals, FOLDED_AT_ONCE);
    const records = reads.map((read) => mergeDeal(null, read)).filter((record) => record !== null);
    sums.floorMs += await processorMs(() => reads.map(durationsOf));
    sums.foldMs += await processorMs(() => {
      blocks.push(...foldShard(records, index).values());
    });
  }
  const { foldMs, floorMs } = sums;
  const visits = blocks.reduce((sum, { length }) => sum + length, 0).toLocaleString('en');
  return [
    {
      name: `fold of ${visits} visits`,
      value: foldMs,
      unit: 'ms',
      budget: null,
      against: `${(foldMs / floorMs).toFixed(1)} times a bare sort and subtraction of the same changes, ${Math.round(floorMs)} ms; ${FOLDED_AT_ONCE.toLocaleString('en')} deals at once`,
    },
    {
      name: `fold, life table and all reports but the forecast, ${visits} visits`,
      ...(await passFigures(blocks, foldMs)),
    },
  ];
}

const PASSES = 3;

/** Fold and everything that rollup makes of the blocks but the forecast; the pass of the median. */
async function passFigures(blocks: readonly VisitBlock[], foldMs: number): Promise<Omit<Measurement, 'name'>> {
  const passes: { readonly ms: number; readonly split: ReadonlyMap<string, number> }[] = [];
  for (let pass = 0; pass < PASSES; pass += 1) {
    const tables: VisitBlock[] = [];
    const joinMs = await processorMs(() => tables.push(mergeVisitTables(BENCH_PIPELINE.pipelineId, blocks)));
    const split = new Map([['blocks joined', joinMs]]);
    for (const table of tables) for (const [name, ms] of await reportPass(table)) split.set(name, ms);
    passes.push({ ms: [...split.values()].reduce((sum, ms) => sum + ms, foldMs), split });
  }
  const value = median(passes.map(({ ms }) => ms));
  const told = passes.find(({ ms }) => ms === value);
  const parts = [['fold', foldMs] as const, ...(told?.split ?? [])].map(([name, ms]) => `${name} ${Math.round(ms)}`);
  return { value, unit: 'ms', budget: 3000, against: `of one core, ms: ${parts.join(', ')}` };
}

/** The next of them; a generator that is looped over would end. */
function readsOf(deals: Generator<PresentRead>, count: number): readonly PresentRead[] {
  return Array.from({ length: count }, () => deals.next()).flatMap(({ done, value }) => (done === true ? [] : [value]));
}

function durationsOf({ histories }: PresentRead): readonly number[] {
  const instants = histories.dealstage.map(({ at }) => at).toSorted((a, b) => a - b);
  return instants.slice(1).map((at, place) => at - (instants[place] ?? 0));
}

/** The forecast as the report makes it: one horizon of it with the ranges that are told of it, and all of it. */
async function forecastFigures(): Promise<Measurement[]> {
  const records = Array.from(someDealReads(FORECAST_DEALS), (read) => mergeDeal(null, read)).filter(
    (record) => record !== null,
  );
  const table = foldShard(records, pipelineIndex([BENCH_PIPELINE])).get(BENCH_PIPELINE.pipelineId);
  if (table === undefined) throw new Error('The pipeline of the bench has deals.');
  const question = benchQuestion(table);
  const source = { table, pipeline: BENCH_PIPELINE, horizonDays: 30, currency: 'EUR' };
  const [inputs] = forecastInputsAt(source, [BENCH_NOW]).inputs;
  if (inputs === undefined) throw new Error('The inputs of an instant that was asked for are made.');
  const of = `${inputs.open.length.toLocaleString('en')} open deals of ${FORECAST_DEALS.toLocaleString('en')}`;
  const floorMs = await medianProcessorMs(7, () => sumLoop(inputs.open.length));
  const periods: Measurement[] = [];
  for (const days of [30, 90]) {
    const windows = [{ fromMs: 0, toMs: days * DAY_MS }];
    const value = await medianProcessorMs(7, () =>
      windowForecasts({ ...inputs, windows, ...REPORT_EFFORT }).map((window) => [
        openRange(window, 1),
        newBusinessRange(window),
        totalRange(window, 1),
      ]),
    );
    const against = `${(value / floorMs).toFixed(1)} times one exact sum of as many amounts as a bare loop, ${Math.round(floorMs)} ms; ${of}: chances, exact sum, new business, ${REPORT_EFFORT.versions} versions of the model`;
    periods.push({ name: `forecast of ${days} days`, value, unit: 'ms', budget: 100, against });
  }
  return [
    ...periods,
    {
      name: 'forecast report',
      value: await medianProcessorMs(3, () => forecastReport(question)),
      unit: 'ms',
      budget: null,
      against: `${of}: six periods, the fan, and what 26 past weeks would have said`,
    },
  ];
}

const CELLS = 4000;

/** The law of a sum of amounts that each come or not, cell by cell: what an exact sum costs at least. */
function sumLoop(deals: number): number {
  const law = new Float64Array(CELLS);
  law[0] = 1;
  for (let deal = 0; deal < deals; deal += 1) {
    const [chance, amount] = [(deal % 100) / 100, 1 + (deal % 7)];
    for (let cell = CELLS - 1; cell >= amount; cell -= 1)
      law[cell] = (law[cell] ?? 0) * (1 - chance) + (law[cell - amount] ?? 0) * chance;
  }
  return law[0] ?? 0;
}

/** Deals that go through four stages, some of them back, each after up to 40 days; what is not over yet is open. */
function someTable(): VisitTable {
  const random = seededRandom(1);
  const histories = Array.from({ length: DEALS }, (_, deal) => {
    const transitions: LoggedTransition[] = [];
    let at = START_MS + Math.floor(random() * 690) * DAY_MS;
    for (let stage = 0; at <= AS_OF_MS; ) {
      const toStage = STAGES[stage] ?? '';
      transitions.push({ at, fromStage: transitions.at(-1)?.toStage ?? null, toStage, resource: '' });
      if (stage >= 4) break;
      at += Math.ceil(random() * 40 * DAY_MS);
      const turn = random();
      stage = turn < 0.12 ? 5 : turn < BACK && stage > 0 ? stage - 1 : stage + 1;
    }
    return { dealId: String(deal), transitions };
  });
  return visitTableOfLog(histories, STAGES);
}

function somePipeline(): PipelineView {
  const roleOf = (stageId: string) => (stageId === 'won' || stageId === 'lost' ? stageId : 'open');
  return {
    pipelineId: 'log',
    label: 'log',
    stages: STAGES.map((stageId, displayOrder) => ({
      stageId,
      label: stageId,
      role: roleOf(stageId),
      displayOrder,
      typedProbability: null,
      isUnknown: false,
    })),
  };
}
