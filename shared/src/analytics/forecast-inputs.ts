import type { PipelineView } from '../contract/pipelines.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import type { VisitBlock } from '../history/visit-block.ts';
import { destinationsOf } from '../model/destinations.ts';
import { stageLife } from '../model/life-table.ts';
import { stageSamples } from '../model/stage-sample.ts';
import { ENOUGH_FOLLOWED } from '../model/win-at.ts';
import type { ConvertedAmounts } from './converted-amounts.ts';
import { knownVisits } from './known-visits.ts';
import { openDeals } from './open-deals.ts';
import { recentBusiness } from './recent-business.ts';
import { wonDeals } from './won-deals.ts';

export interface ForecastSource {
  readonly table: VisitBlock;
  readonly pipeline: PipelineView;
  readonly asOf: EpochMs;
  readonly horizonDays: number;
  /** As of the same instant. */
  readonly amounts: ConvertedAmounts;
}

/**
 * All that a forecast of a pipeline is made from, as it was known at an instant: its life tables, open deals, wins, and how
 * deals came of late.
 * @example windowForecasts({ ...forecastInputs(source), windows, versions: 12, draws: 2000, seed: 1 })
 */
export function forecastInputs({ table, pipeline, asOf, horizonDays, amounts }: ForecastSource) {
  const known = knownVisits(table, pipeline, asOf);
  const destinations = destinationsOf(pipeline, table.stageIds);
  const samples = stageSamples(table, destinations, { asOf, horizonMs: horizonDays * DAY_MS });
  const { liveStageIds } = destinations;
  const won = wonDeals(known);
  return {
    asOf,
    chain: { liveStageIds, lives: samples.map((sample) => stageLife(sample, destinations.count)) },
    knownStageIds: new Set(liveStageIds.filter((_, place) => (samples[place]?.followed ?? 0) >= ENOUGH_FOLLOWED)),
    open: openDeals(known, table, amounts),
    won,
    business: recentBusiness({ known, table, won, amounts }),
  };
}

export type ForecastInputs = ReturnType<typeof forecastInputs>;
