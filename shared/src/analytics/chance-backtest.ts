import type { PipelineView } from '../contract/pipelines.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import type { VisitTable } from '../history/visit-table.ts';
import { destinationsOf } from '../model/destinations.ts';
import { drawnLivesAt } from '../model/drawn-lives.ts';
import { stageLivesAt } from '../model/stage-lives-at.ts';
import { ENOUGH_FOLLOWED } from '../model/stage-sample.ts';
import { stageWays } from '../model/stage-ways.ts';
import { winChances, winsBy } from '../model/win-chances.ts';
import { STEP_MS } from '../model/wins-within.ts';
import type { SeenRow } from './clustered-share.ts';
import { knownVisits } from './known-visits.ts';
import { type LandmarkDeal, landmarkDealsAt } from './landmark-deals.ts';
import { sampledDeals } from './sampled-deals.ts';

/** A day on which forecasts are made: its beginning, and its name in the portal's time zone. */
export interface ForecastDay {
  readonly at: EpochMs;
  readonly day: string;
}

/** What was said of an open deal on one day, and what came of it. */
export interface ChanceRow {
  readonly dealId: string;
  readonly stageId: string;
  readonly day: string;
  /** Won within the horizon; null: too little was known to say it. */
  readonly forecast: number | null;
  /** What the stage rate and HubSpot's typed probability say of the same; null: they say nothing. */
  readonly stageRate: number | null;
  readonly typed: number | null;
  /** Null: the horizon has not passed. */
  readonly won: 0 | 1 | null;
}

/** Rows of the whole pipeline's rate that a stage's own rate is mixed with. */
export const PRIOR_ROWS = 10;

export interface BacktestQuestion {
  readonly table: VisitTable;
  readonly pipeline: PipelineView;
  readonly asOf: EpochMs;
  readonly horizonDays: number;
  /** Ascending; those whose horizon has not passed by `asOf` give rows that are not due. */
  readonly days: readonly ForecastDay[];
}

/**
 * What would have been said of each open deal on past days, from what was known then? The model is that of each day;
 * the stage rate is the share won within the horizon of the rows of earlier days whose horizon had passed by then,
 * (won + 10 × rate of the pipeline) / (rows + 10). Nothing later than its day plays a part in a forecast.
 * Parked deals, and those whose entry is unknown, are left out; of a large pipeline a sample of its deals is asked about (see
 * `sampledDeals`). No day gives no row.
 * @example calibrationRecord(chanceBacktest({ table, pipeline, asOf, horizonDays: 30, days }), { pipeline, modelVersion }).scores
 */
export function chanceBacktest({ table, pipeline, asOf, horizonDays, days }: BacktestQuestion): readonly ChanceRow[] {
  const known = knownVisits(table, pipeline, asOf);
  const horizonMs = horizonDays * DAY_MS;
  const typedOf = new Map(pipeline.stages.map(({ stageId, typedProbability }) => [stageId, typedProbability]));
  const isAsked = sampledDeals(known, days);
  const past: PastDay[] = [];
  const waiting = landmarkDealsAt(
    known,
    days.map(({ at }) => at),
    isAsked,
  );
  const chancesOn = chancesKnownOn({ table, pipeline, asOf, horizonDays, days });
  return days.flatMap(({ at, day }, place) => {
    const deals = waiting[place] ?? [];
    const chanceOf = chancesOn(place);
    const rateOf = stageRatesKnownAt(past, at - horizonMs);
    const rows = deals.map((deal): ChanceRow => {
      const stageId = known.stageIds[deal.stage] ?? '';
      return {
        dealId: table.dealIds[deal.deal] ?? '',
        stageId,
        day,
        forecast: chanceOf(stageId, deal.ageMs),
        stageRate: rateOf(stageId),
        typed: typedOf.get(stageId) ?? null,
        won: at + horizonMs <= asOf ? wonWithin(deal, at + horizonMs) : null,
      };
    });
    past.push({ at, rows });
    return rows;
  });
}

/**
 * What came of the deals that waited on past days whose horizon has passed: the rows of `chanceBacktest` that are due, without
 * what would have been said of them.
 */
export function dealsSeen({ table, pipeline, asOf, horizonDays, days }: BacktestQuestion): readonly SeenRow[] {
  const known = knownVisits(table, pipeline, asOf);
  const horizonMs = horizonDays * DAY_MS;
  const isAsked = sampledDeals(known, days);
  const due = days.map(({ at }) => at).filter((at) => at + horizonMs <= asOf);
  return landmarkDealsAt(known, due, isAsked).flatMap((deals, place) =>
    deals.map((deal) => ({
      dealId: table.dealIds[deal.deal] ?? '',
      won: wonWithin(deal, (due[place] ?? Number.NaN) + horizonMs),
    })),
  );
}

function wonWithin({ outcome, closedAt }: LandmarkDeal, until: EpochMs): 0 | 1 {
  return outcome === 'won' && closedAt <= until ? 1 : 0;
}

/** The chances of the life tables as they were on each day: those of `winAt`, without their intervals. */
function chancesKnownOn({ table, pipeline, horizonDays, days }: BacktestQuestion) {
  const destinations = destinationsOf(pipeline, table.stageIds);
  const livesOn = stageLivesAt(table, destinations, { instants: days.map(({ at }) => at), horizonDays });
  const ways = stageWays(destinations, pipeline);
  return (place: number) => {
    const own = livesOn[place] ?? { lives: [], followed: new Uint32Array(0) };
    const { lives, followed } = drawnLivesAt(own, destinations, ways);
    const steps = Math.ceil((horizonDays * DAY_MS) / STEP_MS);
    const chances = winChances(lives, destinations, { steps, stepMs: STEP_MS });
    const withinOf = new Map(
      chances.hazards.flatMap((hazards, stage) => {
        const isEnough = (followed[stage] ?? 0) >= ENOUGH_FOLLOWED && (chances.ever[stage] ?? null) !== null;
        return isEnough ? [[destinations.liveStageIds[stage] ?? '', winsBy(hazards, chances, steps)] as const] : [];
      }),
    );
    return (stageId: string, ageMs: number): number | null => withinOf.get(stageId)?.(ageMs) ?? null;
  };
}

interface PastDay {
  readonly at: EpochMs;
  readonly rows: readonly ChanceRow[];
}

/** From the days up to an instant; null for every stage while none of them has a row. */
function stageRatesKnownAt(past: readonly PastDay[], until: EpochMs): (stageId: string) => number | null {
  const counts = new Map<string, { rows: number; won: number }>();
  const all = { rows: 0, won: 0 };
  for (const { at, rows } of past) {
    if (at > until) break;
    for (const { stageId, won } of rows) {
      const count = counts.get(stageId) ?? { rows: 0, won: 0 };
      counts.set(stageId, count);
      for (const each of [count, all]) {
        each.rows += 1;
        each.won += won ?? 0;
      }
    }
  }
  if (all.rows === 0) return () => null;
  const overall = all.won / all.rows;
  return (stageId) => {
    const { rows, won } = counts.get(stageId) ?? { rows: 0, won: 0 };
    return (won + PRIOR_ROWS * overall) / (rows + PRIOR_ROWS);
  };
}
