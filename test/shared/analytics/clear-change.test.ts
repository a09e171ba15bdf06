import { describe, expect, it } from 'vitest';
import { changeOfDeals } from '../../../shared/src/analytics/clear-change.ts';
import { logChoose } from '../../../shared/src/statistics/log-gamma.ts';

const verdictOf = (now: number, before: number) =>
  changeOfDeals(now - before, { count: now + before, squares: now + before }).verdict;

/** Of so many deals that fall into either of two periods with equal chance. */
const falseVerdicts = (deals: number): number =>
  Array.from({ length: deals + 1 }, (_, now) => now)
    .filter((now) => verdictOf(now, deals - now) !== 'no-clear-change')
    .reduce((sum, now) => sum + Math.exp(logChoose(deals, now) - deals * Math.LN2), 0);

describe('changeOfDeals', () => {
  it('calls a count changed in at most five of a hundred quiet cases, however many deals there are', () => {
    const shares = Array.from({ length: 800 }, (_, place) => falseVerdicts(20 + place));

    expect(Math.max(...shares)).toBeLessThanOrEqual(0.05);
    expect(Math.min(...shares)).toBeGreaterThan(0.015);
  });

  it('sees what is more than chance, either way', () => {
    expect(verdictOf(200, 140)).toBe('up');
    expect(verdictOf(140, 200)).toBe('down');
    expect(verdictOf(18, 2)).toBe('up');
    expect(verdictOf(10, 9)).toBe('insufficient');
  });

  it('leaves sums of money as they are: they go in no steps', () => {
    const { low, high } = changeOfDeals(1000, { count: 25, squares: 250_000 });

    expect(low).toBeCloseTo(1000 - 1.959964 * 500, 2);
    expect(high).toBeCloseTo(1000 + 1.959964 * 500, 2);
  });
});
