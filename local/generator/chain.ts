import { type PipelineModel, type Way, waysOf } from './pipeline-model.ts';

/** What a pipeline's chain comes to for deals of one merit. */
export interface Chain {
  /** Of all deals of the pipeline. */
  readonly weight: number;
  readonly winFromStart: number;
  /** Visits of some length per deal up to its first close, by stage id. */
  readonly visits: ReadonlyMap<string, number>;
  /** Probability of winning before losing, by stage id. */
  readonly wins: ReadonlyMap<string, number>;
  readonly ways: ReadonlyMap<string, readonly Way[]>;
}

// A deal leaves the chain fast: after so many moves next to nothing is left.
const SWEEPS = 200;

/** Solves `wins = P wins + w` and `visits = entry + Pᵀ visits` by repeated substitution. */
export function solveChain(model: PipelineModel, merit: number, weight: number): Chain {
  const open = model.stages.filter(({ isClosed }) => !isClosed);
  const ways = new Map(open.map((stage) => [stage.stageId, waysOf(stage, merit)]));
  const wonStages = model.stages.filter(({ isClosed, probability }) => isClosed && probability === 1);
  const certain = new Map(wonStages.map(({ stageId }) => [stageId, 1]));
  let wins = certain;
  let visits = new Map<string, number>();
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    wins = new Map([...certain, ...open.map(({ stageId }) => [stageId, winsBy(ways.get(stageId), wins)] as const)]);
    visits = new Map(
      open.map(({ stageId }) => [stageId, (model.entry[stageId] ?? 0) + arrivals(stageId, ways, visits)]),
    );
  }
  const winFromStart = Object.entries(model.entry).reduce((sum, [id, share]) => sum + share * (wins.get(id) ?? 0), 0);
  return { weight, winFromStart, visits, wins, ways };
}

function winsBy(ways: readonly Way[] = [], wins: ReadonlyMap<string, number>): number {
  return ways.reduce((sum, { probability, toStageId }) => sum + probability * (wins.get(toStageId) ?? 0), 0);
}

function arrivals(stageId: string, ways: Chain['ways'], visits: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [from, out] of ways) {
    for (const way of out) if (way.toStageId === stageId) sum += way.probability * (visits.get(from) ?? 0);
  }
  return sum;
}
