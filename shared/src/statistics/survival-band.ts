import type { SurvivalCurve } from './kaplan-meier.ts';
import { twoSidedZ } from './normal-distribution.ts';

/** How the curve is transformed before the normal interval is laid around it. The product shows `log-log`. */
export type BandTransform = 'log-log' | 'log' | 'plain';

export interface SurvivalBand {
  /** One limit for each time of the curve; NaN where it is not defined. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Pointwise confidence limits of a survival curve.
 * log-log: S^exp(±z se / log S), never outside [0, 1]; not defined (NaN) where S is 1 or 0.
 * log: S exp(±z se), capped at 1; plain: S ± z S se, capped at 0 and 1; both NaN once S is 0 (as R's survfit).
 *
 * @example survivalBand(kaplanMeier({ time: [1, 2, 3, 4], event: [1, 1, 1, 1] })).lower[1] // 0.0578…
 */
export function survivalBand(curve: SurvivalCurve, level = 0.95, transform: BandTransform = 'log-log'): SurvivalBand {
  const z = twoSidedZ(level);
  const lower = new Float64Array(curve.time.length);
  const upper = new Float64Array(curve.time.length);
  for (let i = 0; i < curve.time.length; i += 1) {
    const s = curve.survival[i] ?? 0;
    const margin = z * (curve.logStandardError[i] ?? 0);
    lower[i] = limit[transform](s, -margin);
    upper[i] = limit[transform](s, margin);
  }
  return { lower, upper };
}

const limit: Record<BandTransform, (s: number, margin: number) => number> = {
  'log-log': logLogLimit,
  log: (s, margin) => Math.min(1, s * Math.exp(margin)),
  plain: (s, margin) => Math.min(1, Math.max(0, s + s * margin)),
};

/** The log-log limit of a survival S, `margin` = z × the standard error of log S: the lower one where it is negative. */
export function logLogLimit(s: number, margin: number): number {
  // log S is negative: the sign of the margin turns round.
  return s < 1 ? s ** Math.exp(-margin / -Math.log(s)) : Number.NaN;
}
