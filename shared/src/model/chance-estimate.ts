import type { Estimate, EvidenceScope } from '../contract/estimate.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { LEVEL } from './stage-dwell.ts';

/** A share or chance of a stage with the interval that so many trials would give (Wilson). */
export function chanceEstimate(
  value: number,
  { trials, n, from = 'stage' }: { readonly trials: number; readonly n: number; readonly from?: EvidenceScope },
): Estimate {
  const { low, high } = wilsonInterval(value * trials, trials, LEVEL);
  return {
    kind: 'estimate',
    value,
    low: Math.min(low, value),
    high: Math.max(high, value),
    level: LEVEL,
    n,
    from,
  };
}
