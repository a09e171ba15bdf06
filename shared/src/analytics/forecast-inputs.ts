import type { PipelineView } from '../contract/pipelines.ts';
import type { EpochMs } from '../history/instant.ts';
import type { VisitBlock } from '../history/visit-block.ts';
import type { LifeChain } from '../model/chance-tables.ts';
import { destinationsOf } from '../model/destinations.ts';
import { drawnLivesAt } from '../model/drawn-lives.ts';
import { stageLivesAt } from '../model/stage-lives-at.ts';
import { ENOUGH_FOLLOWED } from '../model/stage-sample.ts';
import { stageWays } from '../model/stage-ways.ts';
import { amountsOf } from './converted-amounts.ts';
import { knownVisits } from './known-visits.ts';
import { type OpenDeal, openDealsAt } from './open-deals.ts';
import { type RecentBusiness, recentBusinessAt } from './recent-business.ts';
import { type WonSpell, wonSpells } from './won-deals.ts';

export interface ForecastSource {
  readonly table: VisitBlock;
  readonly pipeline: PipelineView;
  readonly horizonDays: number;
  /** The company's. */
  readonly currency: string;
}

/** All that a forecast of a pipeline is made from, as it was known at an instant. */
export interface ForecastInputs {
  readonly asOf: EpochMs;
  readonly chain: LifeChain;
  /** Stages of which enough is known to say a chance. */
  readonly knownStageIds: ReadonlySet<string>;
  readonly open: readonly OpenDeal[];
  /** How deals came of late. */
  readonly business: RecentBusiness;
}

/**
 * The inputs of forecasts at several instants, each from what was known then, in a few passes over the visits for all of
 * them; and the wins of all times.
 * @param instants ascending.
 * @example forecastInputsAt(source, [asOf]).inputs.map((each) => windowForecasts({ ...each, windows, versions: 12, draws: 2000, seed: 1 }))
 */
export function forecastInputsAt(
  { table, pipeline, horizonDays, currency }: ForecastSource,
  instants: readonly EpochMs[],
): { readonly inputs: readonly ForecastInputs[]; readonly won: readonly WonSpell[] } {
  const destinations = destinationsOf(pipeline, table.stageIds);
  const { liveStageIds } = destinations;
  const known = knownVisits(table, pipeline, Number.POSITIVE_INFINITY);
  const won = wonSpells(known);
  const amountAt = amountsOf(table, currency);
  const ways = stageWays(destinations, pipeline);
  const livesAt = stageLivesAt(table, destinations, { instants, horizonDays });
  const openAt = openDealsAt(table, { liveStageIds, instants, amountAt });
  const businessAt = recentBusinessAt({ known, won, amountAt, instants });
  const inputs = instants.flatMap((asOf, place): ForecastInputs[] => {
    const [own, open, business] = [livesAt[place], openAt[place], businessAt[place]];
    if (own === undefined || open === undefined || business === undefined) return [];
    const life = drawnLivesAt(own, destinations, ways);
    const knownStageIds = liveStageIds.filter((_, stage) => (life.followed[stage] ?? 0) >= ENOUGH_FOLLOWED);
    return [
      { asOf, chain: { liveStageIds, lives: life.lives }, knownStageIds: new Set(knownStageIds), open, business },
    ];
  });
  return { inputs, won };
}
