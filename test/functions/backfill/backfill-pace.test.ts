import { describe, expect, it } from 'vitest';
import { virtualBackfill } from '../../support/virtual-backfill.ts';

describe('a backfill at 300 ms a call and the limits of a Professional account', () => {
  it('uses the rate, is hardly ever refused, and leaves room for live reads', async () => {
    const measured = await virtualBackfill(12_000);

    expect(measured.dealsRead).toBe(12_000);
    // Start and end weigh on a short run; the benchmark measures a long one.
    expect(measured.ceilingSeconds / measured.seconds).toBeGreaterThan(0.75);
    expect(measured.refusedCalls).toBeLessThanOrEqual(3);
    expect(measured.slowestLiveReadMs).toBeLessThanOrEqual(2000);
  });

  it('loses nothing when it is killed again and again, and reads at most a page again each time', async () => {
    const measured = await virtualBackfill(6_000, { killEveryMs: 2_345 });

    expect(measured.lost).toBe(0);
    expect(measured.kills).toBeGreaterThanOrEqual(4);
    expect(measured.readAgainMost).toBeLessThanOrEqual(200);
    expect(measured.slowestLiveReadMs).toBeLessThanOrEqual(2000);
  });
});
