import type { ForecastReport, TopDeal } from '../contract/forecast-report.ts';
import type { Insufficient } from '../contract/estimate.ts';
import { DAY_MS } from '../history/instant.ts';
import { sorted } from '../history/order.ts';
import { ENOUGH_FOLLOWED } from '../model/stage-sample.ts';
import { asSaid, forecastBacktest, wideningOf } from './forecast-backtest.ts';
import { forecastFan } from './forecast-fan.ts';
import { type ForecastInputs, forecastInputsAt } from './forecast-inputs.ts';
import { type PeriodFacts, periodForecast } from './forecast-period.ts';
import { closeDateOf, majorUnits } from './open-deals.ts';
import { quarterEndRush } from './quarter-end-rush.ts';
import type { NamedPeriod, ReportQuestion } from './report-question.ts';
import { trackRecord } from './track-record.ts';
import { type WindowForecast, windowForecasts } from './window-forecasts.ts';
import { isWonAt } from './won-deals.ts';
import { wonSums } from './won-sums.ts';

/** What each period is made with. */
export const REPORT_EFFORT = { versions: 12, draws: 2000, seed: 1 } as const;
const TOP_DEALS = 20;

/**
 * What will be won, by when? Closed so far, what today's open deals bring (each won or not with its measured chance, summed
 * exactly) and what deals to come bring as recent weeks brought it, by month and quarter; widened by what the same method
 * missed by in the pipeline's past, and its track record. Deals without a usable amount, and those in stages of which too
 * little is known, are counted, not guessed.
 * @example forecastReport(question).next.total // { mean: 412_000, p10: 330_000, p50: 409_000, p90: 498_000 }
 */
export function forecastReport(question: ReportQuestion): ForecastReport {
  const { table, pipeline, amounts, account, calendar, filters, stamp } = question;
  const { asOf } = stamp;
  const { horizonDays } = question;
  const due = calendar.mondays.filter(({ at }) => at + horizonDays * DAY_MS <= asOf);
  const source = { table, pipeline, horizonDays, currency: account.currency };
  const made = forecastInputsAt(source, [...due.map(({ at }) => at), asOf]);
  const inputs = made.inputs.at(-1);
  if (inputs === undefined) throw new RangeError('The inputs of an instant that was asked for are made.');
  const wins = made.won.filter((spell) => isWonAt(spell, asOf));
  const won = wonSums(wins, amounts);
  const { modelVersion } = stamp;
  const past = forecastBacktest({ horizonDays, modelVersion, days: due, inputs: made.inputs, won });
  const next = nextPeriod(calendar.ahead.today, horizonDays);
  const facts = factsOf(question, { ...inputs, won }, wideningOf(past));
  const windowOf = ({ fromAt, toAt }: NamedPeriod) => ({
    fromMs: Math.max(0, fromAt - asOf),
    toMs: Math.max(0, toAt - asOf),
  });
  const making = { ...inputs, ...REPORT_EFFORT };
  const [nextWindow] = windowForecasts({ ...making, windows: [{ fromMs: 0, toMs: horizonDays * DAY_MS }] });
  const windows = windowForecasts({ ...making, windows: calendar.ahead.periods.map(windowOf) });
  if (nextWindow === undefined) throw new RangeError('A window that was asked for is made.');
  return {
    ...stamp,
    pipelineId: pipeline.pipelineId,
    label: pipeline.label,
    currency: account.currency,
    timeZone: account.timeZone,
    filters,
    horizonDays,
    deals: dealsOf(facts, inputs),
    next: periodForecast(next, nextWindow, facts),
    periods: calendar.ahead.periods.flatMap((period, place) => {
      const window = windows[place];
      return window === undefined ? [] : [periodForecast(period, window, facts)];
    }),
    fan: forecastFan({
      inputs,
      won,
      days: calendar.ahead.fan,
      widening: typeof facts.widening === 'number' ? facts.widening : 1,
    }),
    topDeals: topDeals(question, inputs, nextWindow),
    quarterEndRush: quarterEndRush(wins, calendar.quarters),
    groups: { teams: [], owners: null },
    trackRecord: {
      backtest: trackRecord(asSaid(past, horizonDays), horizonDays),
      frozen: trackRecord(question.frozenTotals, horizonDays),
    },
  };
}

/** Closed so far is nothing yet: it begins now. */
export function nextPeriod(today: ReportQuestion['calendar']['ahead']['today'], horizonDays: number): NamedPeriod {
  const toDay = new Date(Date.parse(`${today.day}T00:00:00Z`) + horizonDays * DAY_MS).toISOString().slice(0, 10);
  const toAt = today.at + horizonDays * DAY_MS;
  return { kind: 'rolling', key: `next-${horizonDays}`, fromDay: today.day, toDay, fromAt: today.at, toAt };
}

function factsOf(
  { table, pipeline, targets, stamp }: ReportQuestion,
  { won, open, knownStageIds, business }: ForecastInputs & Pick<PeriodFacts, 'won'>,
  widening: number | Insufficient,
): PeriodFacts {
  const tooLittle = { kind: 'insufficient', n: 0, needed: ENOUGH_FOLLOWED } as const;
  return {
    won,
    open,
    closeDates: open.map(({ deal }) => closeDateOf(table, deal, stamp.asOf)),
    typedOf: new Map(pipeline.stages.map(({ stageId, typedProbability }) => [stageId, typedProbability])),
    widening,
    tooLittle: knownStageIds.size === 0 ? tooLittle : null,
    targets,
    arrivals: business.weeklyArrivals.reduce((sum, count) => sum + count, 0),
  };
}

function dealsOf(
  { open, closeDates, typedOf }: PeriodFacts,
  { knownStageIds }: ForecastInputs,
): ForecastReport['deals'] {
  const count = (holds: (deal: (typeof open)[number], place: number) => boolean): number => open.filter(holds).length;
  return {
    open: open.length,
    withoutAmount: count(({ amount, isNotConverted }) => amount === null && !isNotConverted),
    notConverted: count(({ isNotConverted }) => isNotConverted),
    withoutChance: count(({ amount, stageId }) => amount !== null && !knownStageIds.has(stageId)),
    withoutTypedWeight: count(
      ({ stageId }, place) => (typedOf.get(stageId) ?? null) === null || Number.isNaN(closeDates[place] ?? Number.NaN),
    ),
  };
}

function topDeals(
  { table }: ReportQuestion,
  { open }: ForecastInputs,
  { chances, open: { mean } }: WindowForecast,
): readonly TopDeal[] {
  if (mean <= 0) return [];
  const names = table.facts.get('dealname');
  const worth = open.map(({ deal, stageId, amount }, place) => {
    const chance = chances[place] ?? 0;
    return { deal, stageId, amount: amount ?? 0, chance, expected: (amount ?? 0) * chance };
  });
  return sorted(worth, (a, b) => b.expected - a.expected || a.deal - b.deal)
    .slice(0, TOP_DEALS)
    .filter(({ expected }) => expected > 0)
    .map(({ deal, stageId, amount, chance, expected }) => ({
      dealId: table.dealIds[deal] ?? '',
      name: names?.[deal] ?? null,
      stageId,
      amount: majorUnits(amount),
      chance,
      share: expected / mean,
    }));
}
