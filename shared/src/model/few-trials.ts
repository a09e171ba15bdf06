import { twoSidedZ } from '../statistics/normal-distribution.ts';
import { twoSidedT } from '../statistics/student-distribution.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { LEVEL } from './stage-dwell.ts';

/** Below this many visits an interval tells nothing any more: it is nearly all from 0 to 1. */
const LEAST_VISITS = 0.2;

export interface FewVisits {
  /** The chance, and the plain trials that its variance is worth. */
  readonly chance: number;
  readonly trials: number;
  /** Visits behind it, own and borrowed. */
  readonly visits: number;
  /** The chance of those that left by the best of all ways. */
  readonly best: number;
}

/**
 * How many trials a chance is worth that rests on few visits. Their variance is itself known from no more than they are, so
 * Student's t with as many degrees of freedom takes the place of the normal law's z. And none of few visits has gone the rare
 * way yet: the upper limit is at least that of the share of visits that go the best way, times its chance.
 * @example fewTrials({ chance: 0.002, trials: 1200, visits: 5, best: 0.1 }) // 91: up to 0.046
 */
export function fewTrials({ chance, trials, visits, best }: FewVisits): number {
  const known = Math.max(LEAST_VISITS, visits);
  const unsure = trials * (twoSidedZ(LEVEL) / twoSidedT(LEVEL, known)) ** 2;
  const most = Math.max(best, chance);
  if (most === 0) return Math.min(unsure, known);
  const high = most * wilsonInterval((chance / most) * known, known, LEVEL).high;
  return Math.max(LEAST_VISITS, Math.min(unsure, trialsUpTo(chance, high)));
}

/** The trials at a rate p whose upper limit by Wilson is `high`: z² u (1 - u) / (u - p)². */
function trialsUpTo(p: number, high: number): number {
  return high > p ? (twoSidedZ(LEVEL) ** 2 * high * (1 - high)) / (high - p) ** 2 : Number.POSITIVE_INFINITY;
}
