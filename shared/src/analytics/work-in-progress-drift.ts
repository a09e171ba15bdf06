import type { Estimate } from '../contract/estimate.ts';
import { benjaminiHochberg } from '../statistics/adjusted-p-values.ts';
import { clusteredRatio } from '../statistics/clustered-ratio.ts';
import { normalCdf } from '../statistics/normal-distribution.ts';

export interface DriftVerdict {
  readonly verdict: 'filling' | 'draining' | 'no-clear-change' | 'insufficient';
  /** Deals by which work in progress grows each period. */
  readonly perPeriod: Estimate;
}

const ENOUGH_PERIODS = 8;
const LEVEL = 0.95;
/** Share of false verdicts among those given, over all stages. */
const FALSE_DISCOVERIES = 0.1;

/**
 * Does work in progress grow? The mean net flow (arrivals - exits) of the closed periods, its normal interval, and a
 * verdict after Benjamini-Hochberg over the stages. At least 8 periods.
 *
 * Net flow is tested, not the series of stocks: each stock holds the one before it, and a rank test that takes them as
 * independent (Mann-Kendall) would see trends in pure chance. Net flows of a steady stage lean against each other, if
 * anything, which makes this test careful.
 * @param netFlows by stage, by closed period
 * @example workInProgressDrift([[3, 4, 2, 5, 3, 4, 3, 4]])[0]?.verdict // 'filling'
 */
export function workInProgressDrift(netFlows: readonly (readonly number[])[]): readonly DriftVerdict[] {
  const drifts = netFlows.map(driftOf);
  const adjusted = benjaminiHochberg(drifts.map((drift) => drift?.pValue ?? 1));
  return drifts.map((drift, stage): DriftVerdict => {
    if (drift === null) {
      const n = netFlows[stage]?.length ?? 0;
      return { verdict: 'insufficient', perPeriod: { kind: 'insufficient', n, needed: ENOUGH_PERIODS } };
    }
    const { value, low, high, n } = drift;
    const isClear = (adjusted[stage] ?? 1) <= FALSE_DISCOVERIES && (low > 0 || high < 0);
    const verdict = !isClear ? 'no-clear-change' : value > 0 ? 'filling' : 'draining';
    return { verdict, perPeriod: { kind: 'estimate', value, low, high, level: LEVEL, n, from: 'stage' } };
  });
}

function driftOf(flows: readonly number[]) {
  const ones = flows.map(() => 1);
  const mean = clusteredRatio({ numerator: flows, denominator: ones, cluster: null }, LEVEL);
  if (mean === null || flows.length < ENOUGH_PERIODS) return null;
  const { value, low, high, standardError } = mean;
  const z = standardError > 0 ? Math.abs(value) / standardError : value === 0 ? 0 : Number.POSITIVE_INFINITY;
  return { value, low, high, n: flows.length, pValue: 2 * normalCdf(-z) };
}
