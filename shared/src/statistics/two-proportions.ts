import { chiSquareUpperTail } from './chi-square.ts';
import type { Interval } from './interval.ts';
import { logChoose } from './log-gamma.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** x of n, twice. */
export interface TwoProportions {
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
}

/**
 * By how much do two rates differ, p1 - p2? Newcombe's interval (1998, method 10), which joins the two Wilson intervals:
 * it never leaves [-1, 1] and is sensible for 0 of n. An empty group gives the widest interval it allows.
 *
 * @example newcombeInterval({ x1: 12, n1: 50, x2: 25, n2: 60 }) // { low: -0.3357, high: 0.0007 }
 */
export function newcombeInterval({ x1, n1, x2, n2 }: TwoProportions, level = 0.95): Interval {
  const first = wilsonInterval(x1, n1, level);
  const second = wilsonInterval(x2, n2, level);
  if (n1 === 0 || n2 === 0) return { low: first.low - second.high, high: first.high - second.low };
  const p1 = x1 / n1;
  const p2 = x2 / n2;
  return {
    low: p1 - p2 - Math.hypot(p1 - first.low, second.high - p2),
    high: p1 - p2 + Math.hypot(first.high - p1, p2 - second.low),
  };
}

export interface TestResult {
  readonly statistic: number;
  /** Probability of a statistic at least this large if there is no difference. */
  readonly pValue: number;
}

/**
 * Do two rates differ more than chance allows? Pearson's chi-square with one degree of freedom, without continuity
 * correction. Use Fisher's test where an expected count is below 5. No difference can be seen when all or none succeeded,
 * or a group is empty: statistic 0, p-value 1.
 *
 * @example twoProportionsTest({ x1: 12, n1: 50, x2: 25, n2: 60 }) // statistic 3.813, pValue 0.0508
 */
export function twoProportionsTest({ x1, n1, x2, n2 }: TwoProportions): TestResult {
  const pooled = (x1 + x2) / (n1 + n2);
  const scale = pooled * (1 - pooled) * (1 / n1 + 1 / n2);
  if (n1 === 0 || n2 === 0 || scale === 0) return { statistic: 0, pValue: 1 };
  const statistic = (x1 / n1 - x2 / n2) ** 2 / scale;
  return { statistic, pValue: chiSquareUpperTail(statistic, 1) };
}

/** Two tables count as equally likely within this ratio (as R's fisher.test). */
const EQUALLY_LIKELY = 1 + 1e-7;

/**
 * Do two rates differ, exactly? Fisher's test, two-sided: the probability, given the margins, of all tables that are no
 * likelier than the one seen. For small counts. Cost: proportional to the number of successes.
 *
 * @example fisherExactPValue({ x1: 12, n1: 50, x2: 25, n2: 60 }) // 0.0682
 */
export function fisherExactPValue({ x1, n1, x2, n2 }: TwoProportions): number {
  const successes = x1 + x2;
  const logTotal = logChoose(n1 + n2, successes);
  const probability = (x: number): number => Math.exp(logChoose(n1, x) + logChoose(n2, successes - x) - logTotal);
  const seen = probability(x1) * EQUALLY_LIKELY;
  let sum = 0;
  for (let x = Math.max(0, successes - n2); x <= Math.min(n1, successes); x += 1) {
    const p = probability(x);
    if (p <= seen) sum += p;
  }
  return Math.min(1, sum);
}
