import {
  buildPipelineModel,
  chanceVersions,
  DAY_MS,
  openRevenue,
  type PipelineView,
  seededRandom,
  type VisitTable,
  winWithinAt,
} from '@deal-stage-insights/shared';
import type { LoggedTransition } from '../local/history-csv/logged-deal.ts';
import { visitTableOfLog } from '../local/evaluate/visit-table-of-log.ts';
import { type Measurement, median } from './measurement.ts';

const DEALS = 200_000;
const OPEN_DEALS = 5000;
const STAGES = ['new', 'demo', 'offer', 'negotiation', 'won', 'lost'];
const START_MS = Date.UTC(2024, 0, 1);
const AS_OF_MS = START_MS + 700 * DAY_MS;
const BACK = 0.3;

/** The core at its largest: a million visits into a model, chances for another horizon, and the sum of 5,000 open deals. */
export async function measure(): Promise<Measurement[]> {
  const table = someTable();
  const pipeline = somePipeline();
  const make = (seed: number) =>
    buildPipelineModel({ table, pipeline, asOf: AS_OF_MS, horizonDays: 30, seed, position: {} });
  const model = make(1);
  const modelMs = medianMs(3, () => make(1));
  const sortMs = medianMs(3, () =>
    table.exitedAt.map((exitedAt, row) => exitedAt - (table.enteredAt[row] ?? 0)).sort(),
  );
  const curveMs = medianMs(15, (round) =>
    winWithinAt({ ...model, position: { round: String(round) } }, 'new', 0, [90]),
  );
  const random = seededRandom(2);
  const [amounts, ages] = [500_000, 60 * DAY_MS].map((most) =>
    Array.from({ length: OPEN_DEALS }, () => Math.floor(random() * most)),
  );
  const forecastMs = medianMs(5, () => {
    const [version] = chanceVersions(model, 1, seededRandom(3));
    return openRevenue({
      amounts: amounts ?? [],
      versions: [(ages ?? []).map((age, deal) => version?.withinAt(STAGES[deal % 4] ?? '', age) ?? 0)],
    });
  });
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
    {
      name: `revenue of ${OPEN_DEALS.toLocaleString('en')} open deals`,
      value: forecastMs,
      unit: 'ms',
      budget: 100,
      against: 'chances and exact sum, one version of the model',
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

function medianMs(rounds: number, work: (round: number) => unknown): number {
  return median(
    Array.from({ length: rounds }, (_, round) => {
      const from = performance.now();
      work(round);
      return performance.now() - from;
    }),
  );
}
