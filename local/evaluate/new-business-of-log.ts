import { type ChanceVersion, DAY_MS, type EpochMs, newBusinessDraws, type Random } from '@deal-stage-insights/shared';
import type { LoggedDeal, LoggedHistory } from '../history-csv/logged-deal.ts';
import type { EvaluatedLog } from './predict.ts';

const WEEK_MS = 7 * DAY_MS;
const RECENT_WEEKS = 8;
const CENTS = 100;

export interface NewBusinessQuestion {
  readonly log: EvaluatedLog;
  readonly deals: ReadonlyMap<string, LoggedDeal>;
  readonly landmark: EpochMs;
  readonly versions: readonly ChanceVersion[];
  readonly draws: number;
  readonly random: Random;
}

/**
 * Deals to come: arrivals and amounts of wins of the last eight full weeks, won as the stages they begin in say.
 * Draws in minor units; null when a part of it is unknown.
 */
export function newBusinessOf({
  log,
  deals,
  landmark,
  versions,
  draws,
  random,
}: NewBusinessQuestion): Float64Array | null {
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
  return newBusinessDraws({ weeklyArrivals, winWithin, wonAmounts }, draws, random);
}

/** The curve of a new deal: those of the stages that recent deals began in, in their proportions. */
function curveOf(beginnings: readonly string[], version: ChanceVersion): readonly number[] {
  const sum: number[] = [];
  for (const [stageId, { length }] of Map.groupBy(beginnings, (stage) => stage)) {
    for (const [i, chance] of Array.from(version.withinFromEntry(stageId)).entries())
      sum[i] = (sum[i] ?? 0) + (chance * length) / beginnings.length;
  }
  return sum;
}

function createdAt({ transitions }: LoggedHistory): EpochMs {
  return transitions[0]?.at ?? Number.POSITIVE_INFINITY;
}

export function minor(amount: number | null): number | null {
  return amount === null ? null : Math.round(amount * CENTS);
}
