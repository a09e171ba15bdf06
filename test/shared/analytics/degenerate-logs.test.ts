import {
  bottlenecks,
  buildPipelineModel,
  chanceVersions,
  closeWindowAt,
  DAY_MS,
  dwellAt,
  flow,
  openRevenue,
  outcomesAt,
  repComparison,
  revenueDraws,
  revenueQuantiles,
  seededRandom,
  stalledRules,
  stalledVerdict,
  typedAgainstMeasured,
  velocity,
  type VisitTable,
  winAt,
  winWithinAt,
} from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { day, SALES, somePipeline } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';

const LATEST = day(4400);
const NO_END = somePipeline('endless', 'one, two');

/** The first line that there is, again and again with other lengths. */
const many = (lineOf: (i: number) => string, n = 60): readonly string[] =>
  Array.from({ length: n }, (_, i) => lineOf(i));

const LOGS: readonly (readonly [string, VisitTable, typeof SALES])[] = [
  [
    'all deals open',
    salesTable(
      SALES,
      many(() => 'new'),
    ),
    SALES,
  ],
  [
    'all deals won',
    salesTable(
      SALES,
      many((i) => `new ${1 + (i % 9)}d, demo ${i % 5}d, offer 2d, won`),
    ),
    SALES,
  ],
  [
    'all deals lost',
    salesTable(
      SALES,
      many((i) => `new ${1 + (i % 9)}d, lost`),
    ),
    SALES,
  ],
  ['one deal', salesTable(SALES, ['new 3d, demo 4d, won']), SALES],
  ['one open deal', salesTable(SALES, ['new']), SALES],
  [
    'one stage',
    salesTable(
      SALES,
      many((i) => `new ${i % 7}d, ${i % 2 === 0 ? 'won' : 'lost'}`),
    ),
    SALES,
  ],
  [
    'a loop without an exit',
    salesTable(
      SALES,
      many(() => `${'new 3d, demo 2d, '.repeat(20)}new`),
    ),
    SALES,
  ],
  [
    'a loop in a pipeline without an end',
    salesTable(
      NO_END,
      many(() => `${'one 3d, two 2d, '.repeat(20)}one`),
    ),
    NO_END,
  ],
  [
    'deals closed at creation',
    salesTable(
      SALES,
      many((i) => (i % 2 === 0 ? 'won' : 'lost')),
    ),
    SALES,
  ],
  [
    'visits of no length',
    salesTable(
      SALES,
      many((i) => `new 0ms, demo 0ms, offer 0ms, ${i % 3 ? 'lost' : 'won'}`),
    ),
    SALES,
  ],
  [
    'ages beyond ten years',
    salesTable(
      SALES,
      many((i) => `new ${3700 + i}d, ${i % 3 ? 'lost' : 'won'}`),
    ),
    SALES,
  ],
  [
    'whole days',
    salesTable(
      SALES,
      many((i) => `new ${i % 4}d, demo ${i % 3}d, ${i % 3 ? 'lost' : 'won'}`),
    ),
    SALES,
  ],
  [
    'zombies',
    salesTable(
      SALES,
      many((i) => (i % 4 === 0 ? `new 5d, ${i % 8 ? 'lost' : 'won'}` : 'new 2d, demo')),
    ),
    SALES,
  ],
  [
    'stages that nobody lists',
    salesTable(
      SALES,
      many((i) => `gone ${1 + (i % 9)}d, ${i % 2 ? 'lost' : 'won'}`),
    ),
    SALES,
  ],
  [
    'parked deals alone',
    salesTable(
      SALES,
      many(() => 'new 2d, waiting'),
    ),
    SALES,
  ],
  [
    'deals that come back after the win',
    salesTable(
      SALES,
      many(() => 'new 2d, won 3d, new 4d, won 1d, thanks'),
    ),
    SALES,
  ],
];

/** Every number in an answer, with the way to it. */
function numbersIn(value: unknown, path = ''): readonly (readonly [string, number])[] {
  if (typeof value === 'number') return [[path, value]];
  if (value === null || typeof value !== 'object') return [];
  if (ArrayBuffer.isView(value))
    return Array.from(value as Float64Array, (each, i) => [`${path}[${i}]`, each] as const);
  return Object.entries(value).flatMap(([key, each]) => numbersIn(each, `${path}.${key}`));
}

/** Every estimate in an answer whose value lies outside its limits. */
function outsideItsLimits(value: unknown): readonly unknown[] {
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return [];
  const inside = Object.values(value).flatMap(outsideItsLimits);
  const estimate = value as { kind?: string; value: number; low: number; high: number | null };
  const isWrong =
    estimate.kind === 'estimate' &&
    (estimate.low > estimate.value || (estimate.high !== null && estimate.high < estimate.value));
  return isWrong ? [value, ...inside] : inside;
}

function answers(table: VisitTable, pipeline: typeof SALES, asOf: number): Readonly<Record<string, unknown>> {
  const model = buildPipelineModel({ table, pipeline, asOf, horizonDays: 30, seed: 1, position: {} });
  const months = Array.from({ length: 12 }, (_, i) => ({
    fromAt: asOf - (12 - i) * 30 * DAY_MS,
    toAt: asOf - (11 - i) * 30 * DAY_MS,
  }));
  const [previous, period] = months.slice(-2);
  if (previous === undefined || period === undefined) throw new Error('There are twelve months.');
  const amounts = Float64Array.from(table.dealIds, (_, deal) => (deal % 3 === 0 ? Number.NaN : 1000 + deal));
  const random = seededRandom(1);
  const versions = chanceVersions(model, 10, random);
  const ages = [0, DAY_MS, 400 * DAY_MS, 4000 * DAY_MS];
  const places = [...model.stages.map(({ stageId }) => stageId), 'never heard of'].flatMap((stageId) =>
    ages.map((ageMs) => [stageId, ageMs] as const),
  );
  const { distribution, mean } = openRevenue({
    amounts: places.map((_, i) => (i % 4 === 0 ? null : 100_000)),
    versions: versions.map((version) => places.map(([stageId, ageMs]) => version.withinAt(stageId, ageMs))),
  });
  const draws = revenueDraws({ closed: 0, open: distribution, newBusiness: null }, 200, random);
  return {
    model,
    deals: places.map(([stageId, ageMs]) => ({
      dwell: dwellAt(model, stageId, ageMs),
      chance: winAt(model, stageId, ageMs),
      longer: winWithinAt(model, stageId, ageMs, [60, 90]),
      outcomes: outcomesAt(model, stageId, ageMs, [7, 30, 90]),
      window: closeWindowAt(model, stageId, ageMs),
      stalled: stalledVerdict(model, stageId, ageMs),
    })),
    forecast: { openMean: mean, ...revenueQuantiles(draws, { widening: 1, closed: 0 }) },
    bottlenecks: bottlenecks({ table, pipeline, period, previous, asOf }),
    typed: typedAgainstMeasured({ table, pipeline, periods: months, asOf }),
    velocity: velocity({ table, pipeline, periods: months, asOf, amounts }),
    flow: flow({ table, pipeline, periods: months, asOf }),
    reps: repComparison({ table, pipeline, period: { fromAt: asOf - 365 * DAY_MS, toAt: asOf }, asOf }),
    rules: stalledRules({
      table,
      pipeline,
      landmarks: [asOf - 60 * DAY_MS, asOf - 10 * DAY_MS],
      asOf,
      horizonDays: 30,
    }),
  };
}

describe.each(LOGS)('with %s', (_, table, pipeline) => {
  it.each([
    ['while it happens', day(20)],
    ['after a year', day(370)],
    ['after twelve years', LATEST],
    ['before it begins', day(-30)],
  ])('every estimator answers with figures or "insufficient", %s', (__, asOf) => {
    const told = answers(table, pipeline, asOf);

    const odd = numbersIn(told).filter(([, value]) => !Number.isFinite(value));
    expect(odd).toEqual([]);
    expect(outsideItsLimits(told)).toEqual([]);
  });
});
