import type { Estimated } from '@deal-stage-insights/shared';

export type TypedVerdict = { readonly kind: 'agrees' } | { readonly kind: 'higher' | 'lower'; readonly points: number };

/** A typed probability inside the measured interval agrees with it; outside, the points are those that a reader would subtract. */
export function typedAgainstMeasured(typed: number, measured: Estimated): TypedVerdict {
  if (typed >= measured.low && typed <= (measured.high ?? 1)) return { kind: 'agrees' };
  const points = Math.round(typed * 100) - Math.round(measured.value * 100);
  if (points === 0) return { kind: 'agrees' };
  return { kind: points > 0 ? 'higher' : 'lower', points: Math.abs(points) };
}
