import type { Estimate } from '../contract/estimate.ts';
import {
  SOURCE_DWELL_UP_TO_DAYS,
  type SourceFigures,
  type SourcesReport,
  type SourceStage,
} from '../contract/sources-report.ts';
import { DAY_MS } from '../history/instant.ts';
import { keptWith } from '../history/kept-with.ts';
import { pipelineIndex, stageView } from '../history/pipeline-index.ts';
import { benjaminiHochberg } from '../statistics/adjusted-p-values.ts';
import { fisherExactPValue, twoProportionsTest } from '../statistics/two-proportions.ts';
import { ENOUGH } from './clear-change.ts';
import { LOST, WON } from './deal-cycle.ts';
import { countsOf, drawnShare, pipelineRate, type RateCount, ratesBelow, sumOf } from './drawn-estimate.ts';
import { meanDwellDays } from './dwell-change.ts';
import { totalOf } from './period-deals.ts';
import { isWithin } from './period.ts';
import type { PipelineRates } from './pipeline-rates.ts';
import { reportHead } from './report-head.ts';
import type { ReportQuestion } from './report-question.ts';
import { shareOfVisits } from './share-of-visits.ts';
import { pacesOf } from './group-pace.ts';
import { sourceRows } from './source-rows.ts';
import type { PeriodInputs } from './velocity-factors.ts';
import { velocityInputs } from './velocity.ts';
import { groupedWindowSamples, type WindowSample } from './window-sample.ts';

const FALSE_DISCOVERIES = 0.1;
/** Pearson's test wants at least this many expected in each cell; below it is Fisher's. */
const ENOUGH_EXPECTED = 5;

/**
 * What becomes of the deals of each lead source, and where do they stop? Per source and stage the share of visits that led on,
 * of those that ended in the period, against all other sources together (Pearson's or Fisher's test, Benjamini-Hochberg over
 * all sources and stages); and how long they take. A difference between sources is no proof of what makes it: they may bring
 * other deals.
 * @example sourcesReport(question).sources[0]?.stages[0]?.verdict // 'below'
 */
export const sourcesReport = keptWith((question: ReportQuestion): SourcesReport => {
  const { table, pipeline, calendar, amounts, stamp } = question;
  const inputs = velocityInputs({ table, pipeline, asOf: stamp.asOf, amounts: amounts.values });
  const { sources, ofDeal } = sourceRows(question, inputs.known);
  const samples = groupedWindowSamples(inputs.known, calendar.period, { count: sources.length, ofDeal });
  const stages = stageFigures(question, inputs.known.stageIds, samples);
  const closes = closesBySource(inputs, question, { count: sources.length, ofDeal });
  const winRates = drawnWinRates(closes, question.others);
  return {
    ...reportHead(question),
    sources: sources.map(({ source, isOthers, row }, place): SourceFigures => {
      const { newDeals, won, lost } = closes[place] ?? { newDeals: 0, won: [], lost: 0 };
      const { amount, withoutAmount } = totalOf(won, amounts.values);
      return {
        source,
        isOthers,
        newDeals,
        won: won.length,
        lost,
        winRateDrawn: winRates[place] ?? null,
        winRate: shareOfVisits(won.length, won.length + lost, 'source'),
        wonAmount: amount,
        wonWithoutAmount: withoutAmount,
        stages: (stages[place] ?? []).map((stage) => ({ ...stage, cell: `${row}:${stage.stage.stageId}` })),
        cell: `${row}:won`,
      };
    }),
  };
});

type Unnamed = Omit<SourceStage, 'cell'>;

function stageFigures(
  { pipeline, others }: ReportQuestion,
  stageIds: readonly string[],
  samples: readonly (readonly WindowSample[])[],
): readonly (readonly Unnamed[])[] {
  const index = pipelineIndex([pipeline]);
  const totals = stageIds.map((_, stage) => ({
    exits: samples.reduce((sum, own) => sum + (own[stage]?.exits ?? 0), 0),
    advanced: samples.reduce((sum, own) => sum + (own[stage]?.advanced ?? 0), 0),
  }));
  const counts = samples.map((own) =>
    own.map(({ exits, advanced }, stage) => {
      const total = totals[stage] ?? { exits, advanced };
      return { x1: advanced, n1: exits, x2: total.advanced - advanced, n2: total.exits - exits };
    }),
  );
  const drawn = drawnShares(counts, totals, others);
  const paces = stageIds.map((_, stage) =>
    pacesOf(
      samples.flatMap((own) => own[stage] ?? []),
      'source',
    ),
  );
  const tested = counts.map((own) => own.map((each) => (Math.min(each.n1, each.n2) < ENOUGH ? null : pValueOf(each))));
  const adjusted = benjaminiHochberg(tested.flat().filter((pValue) => pValue !== null));
  let place = 0;
  return samples.map((own, source) =>
    own.map((sample, stage): Unnamed => {
      const { x1, n1, x2, n2 } = counts[source]?.[stage] ?? { x1: 0, n1: 0, x2: 0, n2: 0 };
      const isTested = (tested[source]?.[stage] ?? null) !== null;
      const isClear = isTested && (adjusted[place++] ?? 1) <= FALSE_DISCOVERIES;
      const side = x1 / n1 < x2 / n2 ? 'below' : 'above';
      return {
        stage: stageView(index, stageIds[stage] ?? ''),
        left: n1,
        ledOn: x1,
        lost: sample.lost,
        ledOnShare: shareOfVisits(x1, n1, 'source'),
        ledOnShareDrawn: drawn[stage]?.[source] ?? null,
        ledOnShareOfOthers: shareOfVisits(x2, n2),
        verdict: !isTested ? 'insufficient' : isClear ? side : 'not-distinguishable',
        pace: paces[stage]?.[source] ?? null,
        dwellDaysMean: fromSource(meanDwellDays(sample, SOURCE_DWELL_UP_TO_DAYS * DAY_MS)),
      };
    }),
  );
}

/** By stage, by source: drawn towards the stage, which is drawn towards the pipeline, and that towards the portal. */
function drawnShares(
  counts: readonly (readonly { readonly x1: number; readonly n1: number }[])[],
  totals: readonly { readonly exits: number; readonly advanced: number }[],
  others: readonly PipelineRates[],
): readonly (readonly Estimate[])[] {
  const all = { x: totals.map(({ advanced }) => advanced), n: totals.map(({ exits }) => exits) };
  const pipeline = pipelineRate(
    { x: sumOf(all.x), n: sumOf(all.n) },
    others.map(({ ledOn }) => ledOn),
  );
  return ratesBelow(pipeline, all, 'stage').map((stage, place) => {
    const own = counts.map((stages): RateCount => ({ x: stages[place]?.x1 ?? 0, n: stages[place]?.n1 ?? 0 }));
    return ratesBelow(stage, countsOf(own), 'source').map((source) => drawnShare(source));
  });
}

function drawnWinRates(
  closes: readonly { readonly won: readonly number[]; readonly lost: number }[],
  others: readonly PipelineRates[],
): readonly Estimate[] {
  const counts = countsOf(closes.map(({ won, lost }) => ({ x: won.length, n: won.length + lost })));
  const pipeline = pipelineRate(
    { x: sumOf(counts.x), n: sumOf(counts.n) },
    others.map(({ won }) => won),
  );
  return ratesBelow(pipeline, counts, 'source').map((source) => drawnShare(source));
}

function pValueOf(counts: Parameters<typeof twoProportionsTest>[0]): number {
  const share = (counts.x1 + counts.x2) / (counts.n1 + counts.n2);
  const isThin = Math.min(counts.n1, counts.n2) * Math.min(share, 1 - share) < ENOUGH_EXPECTED;
  return isThin ? fisherExactPValue(counts) : twoProportionsTest(counts).pValue;
}

function fromSource(estimate: Estimate): Estimate {
  return estimate.kind === 'estimate' ? { ...estimate, from: 'source' } : estimate;
}

function closesBySource(
  { lifetimes }: PeriodInputs,
  { calendar: { period } }: ReportQuestion,
  { count, ofDeal }: { readonly count: number; readonly ofDeal: (deal: number) => number },
) {
  const closes = Array.from({ length: count }, () => ({ newDeals: 0, won: [] as number[], lost: 0 }));
  for (let at = 0; at < lifetimes.length; at += 1) {
    const deal = lifetimes.deal[at] ?? 0;
    const isNew = isWithin(period, lifetimes.beganAt[at] ?? Number.NaN);
    const isClosed = isWithin(period, lifetimes.endedAt[at] ?? Number.NaN);
    if (!isNew && !isClosed) continue;
    const own = closes[ofDeal(deal)];
    if (own === undefined) continue;
    if (isNew) own.newDeals += 1;
    if (isClosed && lifetimes.outcome[at] === WON) own.won.push(deal);
    if (isClosed && lifetimes.outcome[at] === LOST) own.lost += 1;
  }
  return closes;
}
