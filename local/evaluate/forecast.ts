import {
  DAY_MS,
  type EpochMs,
  knownVisits,
  livesOf,
  type PipelineModel,
  recentBusinessAt,
  revenueDraws,
  revenueQuantiles,
  type RevenueQuantiles,
  seededRandom,
  winAt,
  windowForecasts,
  wonSpells,
} from '@deal-stage-insights/shared';
import type { LoggedDeal } from '../history-csv/logged-deal.ts';
import { actualRevenue } from './actual-revenue.ts';
import type { LandmarkRow } from './outcomes.ts';
import type { EvaluatedLog } from './predict.ts';

const EFFORT = { versions: 60, draws: 2400, seed: 1 } as const;
const CENTS = 100;

/** Revenue of (landmark, landmark + horizon] in major units: what is said, and what the log says of the same time. */
export interface PartForecast extends RevenueQuantiles {
  readonly landmark: EpochMs;
  readonly part: 'open' | 'total';
  /** As far as the log goes: who reads it must know that the horizon has passed. */
  readonly actual: number;
}

export interface ForecastQuestion {
  readonly log: EvaluatedLog;
  readonly deals: ReadonlyMap<string, LoggedDeal>;
  readonly model: PipelineModel;
  /** The deals in a live stage at the model's landmark. */
  readonly open: readonly LandmarkRow[];
}

/**
 * Forecasts the revenue of the horizon as the product does (`windowForecasts`): the open deals each won or not with its
 * measured chance, and new business as recent weeks brought it; both under many versions of the model, so that its own
 * uncertainty is in the interval. `total` is left out when nothing is known of new business. Empty where no stage has enough
 * evidence, or no open deal an amount.
 */
export function forecastAt({ log, deals, model, open }: ForecastQuestion): readonly PartForecast[] {
  const stageIds = model.stages.map(({ stageId }) => stageId);
  const knownStageIds = stageIds.filter((stageId) => winAt(model, stageId, 0)?.atEntry.kind === 'estimate');
  const landmark = model.asOf;
  const [business] = businessAt(log, deals, landmark);
  if (knownStageIds.length === 0 || business === undefined) return [];
  const [window] = windowForecasts({
    asOf: landmark,
    chain: { liveStageIds: stageIds, lives: livesOf(model) },
    knownStageIds: new Set(knownStageIds),
    open: open.map(({ dealId, stageId, ageMs }, deal) => {
      return { deal, stageId, ageMs, amount: minor(deals.get(dealId)?.amount ?? null), isNotConverted: false };
    }),
    business,
    windows: [{ fromMs: 0, toMs: log.horizonDays * DAY_MS }],
    ...EFFORT,
  });
  if (window === undefined) return [];
  const random = seededRandom(EFFORT.seed);
  const said = (newBusiness: Float64Array | null): RevenueQuantiles => {
    const draws = revenueDraws({ closed: 0, open: window.open.distribution, newBusiness }, EFFORT.draws, random);
    // The mean of the open part is known exactly: no reason to draw it.
    const mean = window.open.mean + meanOf(newBusiness);
    return inMajor({ ...revenueQuantiles(draws, { widening: 1, closed: 0 }), mean });
  };
  const actual = actualRevenue({ log, deals, landmark, open });
  const openPart: PartForecast = { landmark, part: 'open', ...said(null), actual: actual.open };
  if (window.newBusiness === null) return [openPart];
  return [openPart, { landmark, part: 'total', ...said(window.newBusiness), actual: actual.total }];
}

/** What was known at the landmark of deals to come. */
function businessAt({ table, pipeline }: EvaluatedLog, deals: ForecastQuestion['deals'], landmark: EpochMs) {
  const known = knownVisits(table, pipeline, Number.POSITIVE_INFINITY);
  const amountAt = (deal: number) => {
    return { value: deals.get(table.dealIds[deal] ?? '')?.amount ?? Number.NaN, isNotConverted: false };
  };
  return recentBusinessAt({ known, won: wonSpells(known), amountAt, instants: [landmark] });
}

function minor(amount: number | null): number | null {
  return amount === null ? null : Math.round(amount * CENTS);
}

function meanOf(draws: Float64Array | null): number {
  return draws === null ? 0 : draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
}

function inMajor({ mean, p10, p50, p90 }: RevenueQuantiles): RevenueQuantiles {
  return { mean: mean / CENTS, p10: p10 / CENTS, p50: p50 / CENTS, p90: p90 / CENTS };
}
