import type { KnownVisits } from './known-visits.ts';
import type { Period } from './period.ts';

/**
 * By how much would the logarithm of the ratio between the open deals of two periods vary, if deals came and went as they did
 * by chance? Deals are what comes at random (compound Poisson), each with the time it spent in live stages: the sum over
 * deals of (share of the time of the one period - share of the other's)². Infinite where a period has no open deal.
 */
export function openChangeVariance({ table, asOf, ...known }: KnownVisits, before: Period, now: Period): number {
  const spent = [before, now].map((period) => {
    const ms = new Float64Array(table.dealIds.length);
    let whole = 0;
    for (let row = 0; row < table.length; row += 1) {
      if ((table.enteredAt[row] ?? 0) >= period.toAt || known.endOf(row) <= period.fromAt) continue;
      if (known.stageOf(row) < 0 || !known.isKnown(row)) continue;
      const until = Math.min(known.endOf(row), period.toAt, asOf);
      const own = Math.max(0, until - Math.max(table.enteredAt[row] ?? 0, period.fromAt));
      const deal = table.deal[row] ?? 0;
      ms[deal] = (ms[deal] ?? 0) + own;
      whole += own;
    }
    return { ms, whole };
  });
  const [one, other] = spent;
  if (one === undefined || other === undefined || one.whole === 0 || other.whole === 0) return Number.POSITIVE_INFINITY;
  let sum = 0;
  for (let deal = 0; deal < one.ms.length; deal += 1)
    sum += ((other.ms[deal] ?? 0) / other.whole - (one.ms[deal] ?? 0) / one.whole) ** 2;
  return sum;
}
