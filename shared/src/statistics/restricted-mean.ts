import type { SurvivalCurve } from './kaplan-meier.ts';

export interface RestrictedMean {
  /** Mean duration when none is counted beyond tau, in the curve's unit. */
  readonly value: number;
  readonly standardError: number;
}

/**
 * How long do they stay on average, counting at most tau? The area under S up to tau. The plain mean does not exist under
 * censoring, this one does. se² = sum over exit ages t <= tau of A(t)² d / (n (n - d)), A(t) the area under S from t to
 * tau; ages at which everybody left (n = d) are left out.
 *
 * Beyond the last observed age S keeps its last value: choose tau within the data. An empty curve gives tau with error 0.
 *
 * @throws RangeError when tau is negative or not finite.
 * @example restrictedMean(kaplanMeier({ time: [1, 2, 3, 4], event: [1, 1, 1, 1] }), 2) // value 1.75, standardError 0.2165…
 */
export function restrictedMean(curve: SurvivalCurve, tau: number): RestrictedMean {
  if (!(tau >= 0) || tau === Number.POSITIVE_INFINITY) throw new RangeError(`tau must be finite, got ${tau}.`);
  let last = curve.time.length - 1;
  while (last >= 0 && (curve.time[last] ?? 0) > tau) last -= 1;
  let area = 0;
  let variance = 0;
  let to = tau;
  for (let i = last; i >= 0; i -= 1) {
    const from = curve.time[i] ?? 0;
    area += (curve.survival[i] ?? 0) * (to - from);
    const n = curve.atRisk[i] ?? 0;
    const d = curve.events[i] ?? 0;
    if (d < n) variance += (area * area * d) / (n * (n - d));
    to = from;
  }
  return { value: area + to, standardError: Math.sqrt(variance) };
}
