import {
  type ChanceVersion,
  chanceVersions,
  DAY_MS,
  type EpochMs,
  newBusinessDraws,
  type PipelineModel,
  type Random,
  winAt,
} from '@deal-stage-insights/shared';
import type { LoggedDeal, LoggedHistory } from '../history-csv/logged-deal.ts';
import { type EvaluatedLog, modelAt } from './predict.ts';
import { visitTableOfLog } from './visit-table-of-log.ts';

const WEEK_MS = 7 * DAY_MS;
const RECENT_WEEKS = 8;
/** Deals that began so long before the horizon's length show what becomes of new ones now. */
const CURVE_MARGIN_MS = 14 * DAY_MS;
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
 * Deals to come: arrivals and amounts of wins of the last eight full weeks, won as the recent deals that begin in the same
 * stages. Draws in minor units; null when a part of it is unknown.
 */
export function newBusinessOf(question: NewBusinessQuestion): Float64Array | null {
  const { log, deals, landmark, draws, random } = question;
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
  return newBusinessDraws({ weeklyArrivals, winWithin: curvesOf(beginnings, question), wonAmounts }, draws, random);
}

/** The curve of a new deal, once a version: those of the stages that recent deals began in, in their proportions. */
function curvesOf(beginnings: readonly string[], question: NewBusinessQuestion): readonly number[][] {
  const counts = [...Map.groupBy(beginnings, (stageId) => stageId)];
  const recent = recentModel(question);
  const recentVersions = chanceVersions(recent, question.versions.length, question.random);
  return question.versions.map((version, place) => {
    const sum: number[] = [];
    for (const [stageId, { length }] of counts) {
      const isEnough = winAt(recent, stageId, 0)?.atEntry.kind === 'estimate';
      const curve = (isEnough ? (recentVersions[place] ?? version) : version).withinFromEntry(stageId);
      for (let i = 0; i < curve.length; i += 1) sum[i] = (sum[i] ?? 0) + ((curve[i] ?? 0) * length) / beginnings.length;
    }
    return sum;
  });
}

/** Trained on deals that began lately: what becomes of new deals drifts, and old ones hide it. */
function recentModel({ log, landmark }: NewBusinessQuestion): PipelineModel {
  const since = landmark - log.horizonDays * DAY_MS - CURVE_MARGIN_MS;
  const begun = log.histories.filter((history) => createdAt(history) > since && createdAt(history) <= landmark);
  return modelAt({ ...log, table: visitTableOfLog(begun, log.table.stageIds) }, landmark);
}

function createdAt({ transitions }: LoggedHistory): EpochMs {
  return transitions[0]?.at ?? Number.POSITIVE_INFINITY;
}

export function minor(amount: number | null): number | null {
  return amount === null ? null : Math.round(amount * CENTS);
}
