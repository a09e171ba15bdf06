import { type Chain, solveChain } from './chain.ts';
import { type PipelineModel, type StageModel, shareWithin, type Way } from './pipeline-model.ts';
import type { PipelineTruth, StageTruth } from './truth.ts';

/** Deals of equal merit. Weights need not sum to 1. */
export interface MeritGroup {
  readonly weight: number;
  readonly merit: number;
}

/** The truth of a pipeline whose deals are a mixture of groups: exact, by solving the chain of each. */
export function pipelineTruth(model: PipelineModel, groups: readonly MeritGroup[]): PipelineTruth {
  const total = groups.reduce((sum, { weight }) => sum + weight, 0);
  const chains = groups.map(({ weight, merit }) => solveChain(model, merit, weight / total));
  return {
    pipelineId: model.pipelineId,
    winProbability: sumOf(chains, ({ weight, winFromStart }) => weight * winFromStart),
    stages: model.stages.filter(({ isClosed }) => !isClosed).map((stage) => stageTruth(stage, chains)),
  };
}

/** A way as histories show it: a stage that is passed on the way is where the visit leads, and has a visit of no length. */
interface Leg {
  readonly weight: number;
  readonly toStageId: string;
  /** Null: at once. */
  readonly way: Way | null;
}

function stageTruth({ stageId }: StageModel, chains: readonly Chain[]): StageTruth {
  const legs = chains.flatMap((chain) => [...lastingLegs(chain, stageId), ...passingLegs(chain, stageId)]);
  const lasting = sumOf(chains, ({ weight, visits }) => weight * (visits.get(stageId) ?? 0));
  const visitsPerDeal = lasting + sumOf(legs, ({ way, weight }) => (way === null ? weight : 0));
  const exitShareWithin = (to: string, days: number): number =>
    sumOf(legs, ({ weight, toStageId, way }) =>
      toStageId === to ? weight * (way === null ? 1 : shareWithin(way, days)) : 0,
    ) / visitsPerDeal;
  const destinations = [...new Set(legs.map(({ toStageId }) => toStageId))];
  const exitShares = Object.fromEntries(destinations.map((to) => [to, exitShareWithin(to, Number.POSITIVE_INFINITY)]));
  return {
    stageId,
    visitsPerDeal,
    exitShares,
    neverExitsShare: 1 - sumOf(destinations, (to) => exitShares[to] ?? 0),
    winProbability: winsOf(chains, stageId) / visitsPerDeal,
    exitShareWithin,
    stillThereAfter: (days) => 1 - sumOf(destinations, (to) => exitShareWithin(to, days)),
  };
}

function lastingLegs({ weight, visits, ways }: Chain, stageId: string): readonly Leg[] {
  return (ways.get(stageId) ?? []).map((way) => ({
    weight: weight * (visits.get(stageId) ?? 0) * way.probability,
    toStageId: way.passes ?? way.toStageId,
    way,
  }));
}

function passingLegs({ weight, visits, ways }: Chain, stageId: string): readonly Leg[] {
  return [...ways].flatMap(([from, out]) =>
    out
      .filter(({ passes }) => passes === stageId)
      .map(({ probability, toStageId }) => ({
        weight: weight * (visits.get(from) ?? 0) * probability,
        toStageId,
        way: null,
      })),
  );
}

/** Wins of the deals that visit the stage, a deal counting once a visit. */
function winsOf(chains: readonly Chain[], stageId: string): number {
  return sumOf(
    chains,
    (chain) =>
      chain.weight * (chain.visits.get(stageId) ?? 0) * (chain.wins.get(stageId) ?? 0) +
      sumOf(passingLegs(chain, stageId), ({ weight, toStageId }) => weight * (chain.wins.get(toStageId) ?? 0)),
  );
}

function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}
