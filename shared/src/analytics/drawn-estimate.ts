import type { Estimate, EvidenceScope } from '../contract/estimate.ts';
import { beliefInterval, type RateBelief } from '../statistics/rate-belief.ts';
import { ENOUGH, LEVEL } from './clear-change.ts';

/** Whose observations something rests on, and how many these are. */
export interface Evidence {
  readonly from: EvidenceScope;
  readonly n: number;
}

/**
 * A rate that borrows from the parent of its group, as a figure: it names its own group where more than half of what is
 * known comes from there, else the parent. Insufficient where the parent itself has fewer than 20.
 * @example drawnShare(belief, { from: 'source', n: 3 }, { from: 'stage', n: 480 }) // value near the stage's, from: 'stage'
 */
export function drawnShare(belief: RateBelief, own: Evidence, parent: Evidence): Estimate {
  if (parent.n < ENOUGH) return { kind: 'insufficient', n: parent.n, needed: ENOUGH };
  const { low, high } = beliefInterval(belief, LEVEL);
  return { kind: 'estimate', value: belief.mean, low, high, level: LEVEL, ...restsOn(belief, own, parent) };
}

export function restsOn({ ownShare }: Pick<RateBelief, 'ownShare'>, own: Evidence, parent: Evidence): Evidence {
  return ownShare > 0.5 ? own : parent;
}
