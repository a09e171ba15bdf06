import type { Estimate, EvidenceScope } from '../contract/estimate.ts';
import type { GroupCounts } from '../statistics/beta-binomial.ts';
import { beliefInterval, beliefsBelow, type RateBelief, rateBelief } from '../statistics/rate-belief.ts';
import { ENOUGH, LEVEL } from './clear-change.ts';

/** Whose observations something rests on, and how many these are. */
export interface Evidence<Scope extends string = EvidenceScope> {
  readonly from: Scope;
  readonly n: number;
}

/** What is believed of a rate at one place of the tree portal, pipeline, stage, group, and whose observations it mostly rests on. */
export interface RateNode<Scope extends string = EvidenceScope> {
  readonly belief: RateBelief;
  readonly evidence: Evidence<Scope>;
  /** Observations in the whole tree. */
  readonly known: number;
}

/** x successes of n. */
export interface RateCount {
  readonly x: number;
  readonly n: number;
}

/**
 * The rate of a pipeline, drawn towards those of the portal's other pipelines by as much as it lacks observations of its own.
 * Without any of theirs it is the root of the tree, and borrows from nothing.
 * @example pipelineRate({ x: 1, n: 3 }, [{ x: 300, n: 1000 }]).evidence // { from: 'portal', n: 1003 }
 */
export function pipelineRate(own: RateCount, others: readonly RateCount[]): RateNode {
  const known = others.filter(({ n }) => n > 0);
  const evidence: Evidence = { from: 'pipeline', n: own.n };
  if (known.length === 0) return { belief: rateBelief(own.x, own.n), evidence, known: own.n };
  const counts = countsOf([own, ...known]);
  const [x, n] = [sumOf(counts.x), sumOf(counts.n)];
  const portal: RateNode = { belief: rateBelief(x, n), evidence: { from: 'portal', n }, known: n };
  return ratesBelow(portal, counts, 'pipeline')[0] ?? portal;
}

/** One level down the tree: each group has its own evidence where more than half of what is known comes from there, else the parent's. */
export function ratesBelow<Parent extends string, Own extends string>(
  parent: RateNode<Parent>,
  groups: GroupCounts,
  from: Own,
): readonly RateNode<Parent | Own>[] {
  return beliefsBelow(parent.belief, groups).map((belief) => ({
    belief,
    evidence: restsOn<Parent | Own>(belief, { from, n: belief.n }, parent.evidence),
    known: parent.known,
  }));
}

/**
 * A rate that borrows from the parent of its group, as a figure that names whose observations it rests on and how many.
 * Insufficient where the whole tree has fewer than 20.
 * @example drawnShare(node) // value near the stage's, from: 'stage'
 */
export function drawnShare<Scope extends string = EvidenceScope>({
  belief,
  evidence,
  known,
}: RateNode<Scope>): Estimate<Scope> {
  if (known < ENOUGH) return { kind: 'insufficient', n: Math.floor(known), needed: ENOUGH };
  const { low, high } = beliefInterval(belief, LEVEL);
  const { from, n } = evidence;
  return { kind: 'estimate', value: belief.mean, low, high, level: LEVEL, from, n: Math.round(n) };
}

export function restsOn<Scope extends string = EvidenceScope>(
  { ownShare }: Pick<RateBelief, 'ownShare'>,
  own: Evidence<Scope>,
  parent: Evidence<Scope>,
): Evidence<Scope> {
  return ownShare > 0.5 ? own : parent;
}

export function countsOf(counts: readonly RateCount[]): GroupCounts {
  return { x: counts.map(({ x }) => x), n: counts.map(({ n }) => n) };
}

export function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
