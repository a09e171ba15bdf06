import { chiSquareUpperTail } from './chi-square.ts';
import type { TwoGroupTable } from './two-group-table.ts';

export interface LogRankTest {
  /** Chi-square with one degree of freedom. */
  readonly statistic: number;
  readonly pValue: number;
  /** Exits seen in each group, and those expected if both left at the same rate. */
  readonly observed: readonly [number, number];
  readonly expected: readonly [number, number];
}

/**
 * Do two groups leave at different rates, all ages taken together? The log-rank test (Mantel 1966; rho = 0), with the
 * hypergeometric variance at tied ages. Censored rows and late entry are dealt with by who is at risk.
 * Nobody left, or never both groups at risk: statistic 0, p-value 1.
 *
 * @example logRank(twoGroupTable(sample, isSecond)).pValue
 */
export function logRank({ atRisk, events }: TwoGroupTable): LogRankTest {
  const observed: [number, number] = [0, 0];
  const expected: [number, number] = [0, 0];
  let variance = 0;
  for (let i = 0; i < events[0].length; i += 1) {
    const n1 = atRisk[0][i] ?? 0;
    const n2 = atRisk[1][i] ?? 0;
    const n = n1 + n2;
    const d = (events[0][i] ?? 0) + (events[1][i] ?? 0);
    if (d === 0) continue;
    observed[0] += events[0][i] ?? 0;
    observed[1] += events[1][i] ?? 0;
    expected[0] += (d * n1) / n;
    expected[1] += (d * n2) / n;
    if (n > 1) variance += (((d * n1) / n) * (n2 / n) * (n - d)) / (n - 1);
  }
  const statistic = variance > 0 ? (observed[0] - expected[0]) ** 2 / variance : 0;
  return { statistic, pValue: chiSquareUpperTail(statistic, 1), observed, expected };
}
