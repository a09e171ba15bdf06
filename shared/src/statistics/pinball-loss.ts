/**
 * How good was a stated quantile? tau (y - q) when the outcome came out above it, (1 - tau) (q - y) below: in the unit of
 * y, smallest on average for the true tau-quantile. At tau = 0.5 half the absolute error.
 *
 * @example pinballLoss(0.9, 120, 100) // 2
 */
export function pinballLoss(tau: number, quantile: number, y: number): number {
  if (!(tau >= 0 && tau <= 1)) throw new RangeError(`tau lies in [0, 1], got ${tau}.`);
  return y >= quantile ? tau * (y - quantile) : (1 - tau) * (quantile - y);
}
