import {
  buildPipelineModel,
  DAY_MS,
  foldShard,
  forecastReport,
  mergeDeal,
  MODEL_VERSION,
  pipelineIndex,
  type PipelineView,
  seededRandom,
  type VisitTable,
  winWithinAt,
} from '@deal-stage-insights/shared';
import { reportQuestion } from '../functions/rollup/report-question.ts';
import type { LoggedTransition } from '../local/history-csv/logged-deal.ts';
import { visitTableOfLog } from '../local/evaluate/visit-table-of-log.ts';
import { forecastInputsAt } from '../shared/src/analytics/forecast-inputs.ts';
import { REPORT_EFFORT } from '../shared/src/analytics/forecast-report.ts';
import { newBusinessRange, openRange, totalRange } from '../shared/src/analytics/revenue-range.ts';
import { windowForecasts } from '../shared/src/analytics/window-forecasts.ts';
import { type Measurement, medianProcessorMs } from './measurement.ts';
import { BENCH_NOW, BENCH_PIPELINE, someDealReads } from './support/some-deals.ts';

const DEALS = 200_000;
/** Of which some 5,000 are open. */
const FORECAST_DEALS = 92_000;
const STAGES = ['new', 'demo', 'offer', 'negotiation', 'won', 'lost'];
const START_MS = Date.UTC(2024, 0, 1);
const AS_OF_MS = START_MS + 700 * DAY_MS;
const BACK = 0.3;

/** The core at its largest: a million visits into a model, chances for another horizon, and the forecast with 5,000 open deals. */
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
  const ratio = (modelMs / sortMs).toFixed(1);
  return [
    {
      name: `model of ${table.length.toLocaleString('en')} visits`,
      value: modelMs,
      unit: 'ms',
      budget: 3000,
      against: `${ratio} times one bare sort of their durations, ${Math.round(sortMs)} ms`,
    },
    { name: 'win curve of 90 days', value: curveMs, unit: 'ms', budget: null, against: '4 stages, 96 steps' },
    ...(await forecastFigures()),
  ];
}

/** The forecast as the report makes it: one horizon of it with the ranges that are told of it, and all of it. */
async function forecastFigures(): Promise<Measurement[]> {
  const records = Array.from(someDealReads(FORECAST_DEALS), (read) => mergeDeal(null, read)).filter(
    (record) => record !== null,
  );
  const table = foldShard(records, pipelineIndex([BENCH_PIPELINE])).get(BENCH_PIPELINE.pipelineId);
  const question =
    table === undefined
      ? null
      : reportQuestion({
          table,
          pipeline: BENCH_PIPELINE,
          account: { timeZone: 'UTC', currency: 'EUR' },
          stamp: { asOf: BENCH_NOW, position: {}, modelVersion: MODEL_VERSION },
        });
  if (table === undefined || question === null) throw new Error('The pipeline of the bench has deals.');
  const source = { table, pipeline: BENCH_PIPELINE, horizonDays: 30, currency: 'EUR' };
  const [inputs] = forecastInputsAt(source, [BENCH_NOW]).inputs;
  if (inputs === undefined) throw new Error('The inputs of an instant that was asked for are made.');
  const of = `${inputs.open.length.toLocaleString('en')} open deals of ${FORECAST_DEALS.toLocaleString('en')}`;
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
    const against = `${of}: chances, exact sum, new business, ${REPORT_EFFORT.versions} versions of the model`;
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
