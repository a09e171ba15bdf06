import type { Estimate } from '../contract/estimate.ts';
import type { PipelineView } from '../contract/pipelines.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import type { VisitTable } from '../history/visit-table.ts';
import type { PipelineModel } from '../model/pipeline-model.ts';
import { winAt } from '../model/win-at.ts';
import type { ChanceRow } from './chance-backtest.ts';
import { knownVisits } from './known-visits.ts';
import { landmarkDeals } from './landmark-deals.ts';

/** What is said of a deal on a day, to be kept as it was said. */
export type FrozenChance = Pick<ChanceRow, 'dealId' | 'stageId' | 'forecast' | 'stageRate' | 'typed'>;

/** The chances said at one instant. */
export interface FrozenDay {
  readonly day: string;
  readonly at: EpochMs;
  readonly horizonDays: number;
  readonly modelVersion: string;
  readonly chances: readonly FrozenChance[];
}

export interface FrozenRow extends ChanceRow {
  readonly modelVersion: string;
}

interface FreezeQuestion {
  readonly table: VisitTable;
  readonly pipeline: PipelineView;
  /** As cards are scored with now. */
  readonly model: PipelineModel;
  readonly at: EpochMs;
}

/**
 * What the model, the stage rate and HubSpot's typed probability say now of each deal that waits in an open stage. Parked
 * deals, and those whose entry is unknown, are left out, as in the backtest: nobody could hold them against the same.
 * @example frozenChances({ table, pipeline, model, at: now })[0] // { dealId: '1001', stageId: 'demo', forecast: 0.31, … }
 */
export function frozenChances({ table, pipeline, model, at }: FreezeQuestion): readonly FrozenChance[] {
  const known = knownVisits(table, pipeline, at);
  const typedOf = new Map(pipeline.stages.map(({ stageId, typedProbability }) => [stageId, typedProbability]));
  const rates = new Map(model.shown?.stageRates.map(({ stageId, within }) => [stageId, within]));
  return landmarkDeals(known, at).map(({ deal, stage, ageMs }) => {
    const stageId = known.stageIds[stage] ?? '';
    return {
      dealId: table.dealIds[deal] ?? '',
      stageId,
      forecast: valueOf(winAt(model, stageId, ageMs)?.withinHorizon),
      stageRate: valueOf(rates.get(stageId)),
      typed: typedOf.get(stageId) ?? null,
    };
  });
}

/**
 * Holds what was said against what came by an instant. A deal that history does not show in an open stage at the time any
 * more (deleted, erased, or its history was rewritten) gives no row.
 * @example calibrationRecord(scoredChances({ table, pipeline, asOf }, days), { pipeline, modelVersions })
 */
export function scoredChances(
  { table, pipeline, asOf }: { readonly table: VisitTable; readonly pipeline: PipelineView; readonly asOf: EpochMs },
  days: readonly FrozenDay[],
): readonly FrozenRow[] {
  const known = knownVisits(table, pipeline, asOf);
  return days.flatMap(({ day, at, horizonDays, modelVersion, chances }) => {
    const until = at + horizonDays * DAY_MS;
    const outcomes = new Map(landmarkDeals(known, at).map((each) => [table.dealIds[each.deal] ?? '', each]));
    return chances.flatMap((said): FrozenRow[] => {
      const came = outcomes.get(said.dealId);
      if (came === undefined) return [];
      const won = came.outcome === 'won' && came.closedAt <= until ? 1 : 0;
      return [{ ...said, day, modelVersion, won: until <= asOf ? won : null }];
    });
  });
}

/** Five places are enough for any score, and short to keep. */
function valueOf(estimate: Estimate | undefined): number | null {
  return estimate?.kind === 'estimate' ? Number(estimate.value.toFixed(5)) : null;
}
