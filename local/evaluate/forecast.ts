import {
  chanceVersions,
  type EpochMs,
  openRevenue,
  type PipelineModel,
  revenueDraws,
  revenueQuantiles,
  type RevenueQuantiles,
  seededRandom,
  winAt,
} from '@deal-stage-insights/shared';
import type { LoggedDeal } from '../history-csv/logged-deal.ts';
import { actualRevenue } from './actual-revenue.ts';
import { minor, newBusinessOf } from './new-business-of-log.ts';
import type { LandmarkRow } from './outcomes.ts';
import type { EvaluatedLog } from './predict.ts';

const VERSIONS = 60;
const DRAWS = 2400;
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
 * Forecasts the revenue of the horizon: the open deals each won or not with its measured chance, and new business as recent
 * weeks brought it; both under many versions of the model, so that its own uncertainty is in the interval. `total` is left
 * out when nothing is known of new business. Empty where no stage has enough evidence, or no open deal an amount.
 */
export function forecastAt({ log, deals, model, open }: ForecastQuestion): readonly PartForecast[] {
  if (!model.stages.some(({ stageId }) => winAt(model, stageId, 0)?.atEntry.kind === 'estimate')) return [];
  const random = seededRandom(1);
  const versions = chanceVersions(model, VERSIONS, random);
  const { distribution, mean: openMean } = openRevenue({
    amounts: open.map(({ dealId }) => minor(deals.get(dealId)?.amount ?? null)),
    versions: versions.map((version) => open.map(({ stageId, ageMs }) => version.withinAt(stageId, ageMs))),
  });
  const landmark = model.asOf;
  const said = (newBusiness: Float64Array | null): RevenueQuantiles => {
    const draws = revenueDraws({ closed: 0, open: distribution, newBusiness }, DRAWS, random);
    // The mean of the open part is known exactly: no reason to draw it.
    return inMajor({ ...revenueQuantiles(draws, { widening: 1, closed: 0 }), mean: openMean + meanOf(newBusiness) });
  };
  const actual = actualRevenue({ log, deals, landmark, open });
  const openPart: PartForecast = { landmark, part: 'open', ...said(null), actual: actual.open };
  const newBusiness = newBusinessOf({ log, deals, landmark, versions, draws: DRAWS, random });
  if (newBusiness === null) return [openPart];
  return [openPart, { landmark, part: 'total', ...said(newBusiness), actual: actual.total }];
}

function meanOf(draws: Float64Array | null): number {
  return draws === null ? 0 : draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
}

function inMajor({ mean, p10, p50, p90 }: RevenueQuantiles): RevenueQuantiles {
  return { mean: mean / CENTS, p10: p10 / CENTS, p50: p50 / CENTS, p90: p90 / CENTS };
}
