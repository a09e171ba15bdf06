import type { StageRate } from '../model/pipeline-model.ts';
import { type ChanceRow } from './chance-backtest.ts';
import { worthOf } from './clustered-share.ts';
import { countsOf, drawnShare, pipelineRate, type RateCount, ratesBelow } from './drawn-estimate.ts';

export interface StageRatesQuestion {
  readonly rows: readonly ChanceRow[];
  /** The stages asked about, those that no deal waited in among them. */
  readonly stageIds: readonly string[];
  /** The same of the portal's other pipelines, all their stages together. */
  readonly others: readonly RateCount[];
}

/**
 * The plain rate of each stage: how many of the deals that waited there on past days were won within the horizon, however
 * long they had been there, over the days whose horizon has passed. Drawn towards the pipeline's rate by as much as the stage
 * lacks deals of its own, and this towards the portal's (`beliefsBelow`); a deal that waited on several days counts for as
 * many trials as its rows are worth. Insufficient where the pipeline, with all it borrows from, has fewer than 20.
 * @example stageRates({ rows: chanceBacktest(question), stageIds: ['demo'], others: [] }) // [{ stageId: 'demo', within: { value: 0.31, … } }]
 */
export function stageRates({ rows, stageIds, others }: StageRatesQuestion): readonly StageRate[] {
  const due = rows.flatMap(({ dealId, stageId, won }) => (won === null ? [] : [{ dealId, stageId, won }]));
  const pipeline = pipelineRate(worthOf(due), others);
  const counts = stageIds.map((stageId) => worthOf(due.filter((row) => row.stageId === stageId)));
  return ratesBelow(pipeline, countsOf(counts), 'stage').map((stage, place) => ({
    stageId: stageIds[place] ?? '',
    within: drawnShare(stage),
  }));
}
