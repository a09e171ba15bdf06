import {
  chanceVersions,
  type ChanceVersion,
  DAY_MS,
  type EpochMs,
  newBusinessDraws,
  openRevenue,
  type PipelineModel,
  type Random,
  revenueDraws,
  revenueQuantiles,
  type RevenueQuantiles,
  seededRandom,
  winAt,
} from '@deal-stage-insights/shared';
import type { LoggedDeal, LoggedHistory } from '../history-csv/logged-deal.ts';
import type { LandmarkRow } from './outcomes.ts';
import type { EvaluatedLog } from './predict.ts';

const VERSIONS = 24;
const DRAWS = 2400;
const WEEK_MS = 7 * DAY_MS;
const RECENT_WEEKS = 8;
const CENTS = 100;

/** Revenue of (landmark, landmark + horizon] in major units: what was said, and what came (null: the log ends before). */
export interface PartForecast extends RevenueQuantiles {
  readonly landmark: EpochMs;
  readonly part: 'open' | 'total';
  readonly actual: number | null;
}

export interface ForecastQuestion {
  readonly log: EvaluatedLog;
  readonly deals: ReadonlyMap<string, LoggedDeal>;
  readonly model: PipelineModel;
  /** The deals in a live stage at the model's landmark. */
  readonly open: readonly LandmarkRow[];
}

/**
 * Forecasts the revenue of the horizon: the open deals each won or not with its measured chance, and new business as recent
 * weeks brought it; both under many versions of the model, so that its own uncertainty is in the interval. `total` is left
 * out when nothing is known of new business. Empty where no stage has enough evidence, or no open deal an amount.
 */
export function forecastAt(question: ForecastQuestion): readonly PartForecast[] {
  const { log, deals, model, open } = question;
  if (!model.stages.some(({ stageId }) => winAt(model, stageId, 0)?.atEntry.kind === 'estimate')) return [];
  const random = seededRandom(1);
  const versions = chanceVersions(model, VERSIONS, random);
  const { distribution } = openRevenue({
    amounts: open.map(({ dealId }) => minor(deals.get(dealId)?.amount ?? null)),
    versions: versions.map((version) => open.map(({ stageId, ageMs }) => version.withinAt(stageId, ageMs))),
  });
  const actual = actualRevenue(question);
  const landmark = model.asOf;
  const said = (newBusiness: Float64Array | null): RevenueQuantiles => {
    const draws = revenueDraws({ closed: 0, open: distribution, newBusiness }, DRAWS, random);
    return inMajor(revenueQuantiles(draws, { widening: 1, closed: 0 }));
  };
  const openPart: PartForecast = { landmark, part: 'open', ...said(null), actual: actual.open };
  const newBusiness = newBusinessOf({ log, deals, landmark, versions, random });
  if (newBusiness === null) return [openPart];
  return [openPart, { landmark, part: 'total', ...said(newBusiness), actual: actual.total }];
}

interface NewBusinessQuestion {
  readonly log: EvaluatedLog;
  readonly deals: ReadonlyMap<string, LoggedDeal>;
  readonly landmark: EpochMs;
  readonly versions: readonly ChanceVersion[];
  readonly random: Random;
}

/** Deals to come: arrivals and amounts of wins of the last eight full weeks, won as the stages they begin in say. */
function newBusinessOf({ log, deals, landmark, versions, random }: NewBusinessQuestion): Float64Array | null {
  const firstAt = log.histories.reduce((first, history) => Math.min(first, createdAt(history)), landmark);
  const weeks = Math.min(RECENT_WEEKS, Math.floor((landmark - firstAt) / WEEK_MS));
  const since = landmark - weeks * WEEK_MS;
  const arrivals = log.histories.filter((history) => createdAt(history) > since && createdAt(history) <= landmark);
  const weeklyArrivals = Array.from({ length: weeks }, () => 0);
  for (const history of arrivals) {
    const week = Math.min(weeks - 1, Math.floor((landmark - createdAt(history)) / WEEK_MS));
    weeklyArrivals[week] = (weeklyArrivals[week] ?? 0) + 1;
  }
  const wonAmounts = log.histories.flatMap(({ dealId, transitions }) => {
    const won = transitions.find(({ toStage }) => log.roleOf(toStage) === 'won');
    const amount = minor(deals.get(dealId)?.amount ?? null);
    return won !== undefined && won.at > since && won.at <= landmark && amount !== null && amount >= 0 ? [amount] : [];
  });
  const beginnings = arrivals.map(({ transitions }) => transitions[0]?.toStage ?? '');
  const winWithin = versions.map((version) => curveOf(beginnings, version));
  return newBusinessDraws({ weeklyArrivals, winWithin, wonAmounts }, DRAWS, random);
}

/** The curve of a new deal: those of the stages that recent deals began in, in their proportions. */
function curveOf(beginnings: readonly string[], version: ChanceVersion): number[] {
  const counts = Map.groupBy(beginnings, (stageId) => stageId);
  const sum: number[] = [];
  for (const [stageId, { length }] of counts) {
    for (const [i, chance] of Array.from(version.withinFromEntry(stageId)).entries())
      sum[i] = (sum[i] ?? 0) + (chance * length) / beginnings.length;
  }
  return sum;
}

/** Amounts as they were when the deals closed, where the log says so; nothing here is ever shown to a model. */
function actualRevenue({ log, deals, model, open }: ForecastQuestion) {
  const until = model.asOf + log.horizonDays * DAY_MS;
  if (until > log.table.newestChangeAt) return { open: null, total: null };
  const wereOpen = new Set(open.map(({ dealId }) => dealId));
  const sums = { open: 0, total: 0 };
  for (const { dealId, transitions } of log.histories) {
    const won = transitions.find(({ at, toStage }) => at > model.asOf && log.roleOf(toStage) === 'won');
    const deal = deals.get(dealId);
    if (won === undefined || won.at > until || deal === undefined) continue;
    const amount = deal.results.closedAmount ?? deal.amount ?? 0;
    sums.total += amount;
    if (wereOpen.has(dealId)) sums.open += amount;
  }
  return sums;
}

function createdAt({ transitions }: LoggedHistory): EpochMs {
  return transitions[0]?.at ?? Number.POSITIVE_INFINITY;
}

function minor(amount: number | null): number | null {
  return amount === null ? null : Math.round(amount * CENTS);
}

function inMajor({ mean, p10, p50, p90 }: RevenueQuantiles): RevenueQuantiles {
  return { mean: mean / CENTS, p10: p10 / CENTS, p50: p50 / CENTS, p90: p90 / CENTS };
}
