import { exponentialDraw, kaplanMeier, numberAtRisk, seededRandom } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDurations } from './durations.ts';

describe('kaplanMeier', () => {
  it('counts a censored row at the age of an exit as still at risk there', () => {
    const { time, atRisk, survival } = kaplanMeier({ time: [5, 5, 5, 8], event: [1, 0, 0, 1] });

    expect([...time]).toEqual([5, 8]);
    expect([...atRisk]).toEqual([4, 1]);
    expect([...survival]).toEqual([0.75, 0]);
  });

  it('keeps durations of length zero', () => {
    const { time, survival, n } = kaplanMeier({ time: [0, 0, 3, 4], event: [1, 1, 1, 0], entry: [0, 0, 0, 0] });

    expect(n).toBe(4);
    expect([...time]).toEqual([0, 3, 4]);
    expect([...survival]).toEqual([0.5, 0.25, 0.25]);
  });

  it('counts a late row from the age at which it was first watched', () => {
    const { atRisk, survival } = kaplanMeier({ time: [2, 4, 6], event: [1, 1, 1], entry: [0, 0, 3] });

    expect([...atRisk]).toEqual([2, 2, 1]);
    expect([...survival]).toEqual([0.5, 0.25, 0]);
  });

  it('leaves out rows that ended before they were watched', () => {
    const curve = kaplanMeier({ time: [2, 4, 4], event: [1, 1, 1], entry: [0, 4, 7] });

    expect(curve.n).toBe(1);
    expect([...curve.time]).toEqual([2]);
  });

  it('has nothing to say, and says so, without rows', () => {
    const curve = kaplanMeier({ time: [], event: [] });

    expect(curve.n).toBe(0);
    expect(curve.time.length).toBe(0);
  });

  it('takes times as equal that differ by rounding alone', () => {
    const { time, events } = kaplanMeier({ time: [0.1 + 0.2, 0.3, 5], event: [1, 1, 1] });

    expect(time.length).toBe(2);
    expect([...events]).toEqual([2, 1]);
  });

  it('does not let ties of neighbours swallow dense data', () => {
    // A visit at every millisecond of 100 seconds, in days: each ties with the next.
    const time = Float64Array.from({ length: 100_000 }, (_, i) => i / 86_400_000);

    const curve = kaplanMeier({ time, event: time.map(() => 1) });

    expect(curve.time.length).toBeGreaterThan(3000);
  });

  it.each([
    ['a negative duration', { time: [1, -1], event: [1, 1] }],
    ['an endless duration', { time: [Number.POSITIVE_INFINITY], event: [0] }],
    ['a duration that is not a number', { time: [Number.NaN], event: [1] }],
    ['an event that is no cause', { time: [1], event: [0.5] }],
    ['an entry that is not a number', { time: [1], event: [1], entry: [Number.NaN] }],
    ['columns of unequal length', { time: [1, 2], event: [1] }],
  ])('refuses %s', (_, sample) => {
    expect(() => kaplanMeier(sample)).toThrow(RangeError);
  });

  it('falls from 1 to 0 at most, never rises, and knows its risk set at any age', () => {
    fc.assert(
      fc.property(arbitraryDurations({ late: true }), fc.integer({ min: 0, max: 26 }), (sample, halves) => {
        const curve = kaplanMeier(sample);
        const steps = [1, ...curve.survival];
        expect(steps.every((s, i) => s >= 0 && s <= (steps[i - 1] ?? 1))).toBe(true);

        const rows = Array.from(sample.time, (time, i) => ({ time, entry: sample.entry?.[i] ?? 0 }));
        const fromStart = (entry: number) => (entry <= 0 ? Number.NEGATIVE_INFINITY : entry);
        const atRisk = (t: number) =>
          rows.filter(({ time, entry }) => fromStart(entry) < Math.min(t, time) && time >= t).length;
        expect([...curve.atRisk]).toEqual(Array.from(curve.time, atRisk));
        expect(numberAtRisk(curve, halves / 2)).toBe(atRisk(halves / 2));
      }),
    );
  });

  it('is the plain share when nobody is censored, in any unit and order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 40 }), (times) => {
        const curve = kaplanMeier({ time: times, event: times.map(() => 1) });
        const inMs = kaplanMeier({ time: times.map((t) => t * 86_400_000).reverse(), event: times.map(() => 1) });

        curve.time.forEach((t, i) => {
          const share = times.filter((time) => time > t).length / times.length;
          expect(curve.survival[i]).toBeCloseTo(share, 12);
        });
        expect(inMs.survival).toEqual(curve.survival);
      }),
    );
  });

  it('finds the true median of a growing inflow, where closed visits alone are far too fast', () => {
    const random = seededRandom(20_260_101);
    const time: number[] = [];
    const event: number[] = [];
    // Twice as many arrive every 100 days, watched until day 400; each stays 40 days on average.
    for (let i = 0; i < 20_000; i += 1) {
      const watched = -Math.log2(1 - random() * (1 - 2 ** -4)) * 100;
      const dwell = exponentialDraw(random) * 40;
      time.push(Math.min(watched, dwell));
      event.push(dwell <= watched ? 1 : 0);
    }
    const closed = time.filter((_, i) => event[i] === 1).sort((a, b) => a - b);
    const curve = kaplanMeier({ time, event });

    const truth = 40 * Math.LN2;
    const median = curve.time[curve.survival.findIndex((s) => s < 0.5)] ?? Number.NaN;
    expect(median).toBeGreaterThan(truth * 0.97);
    expect(median).toBeLessThan(truth * 1.03);
    expect(closed[closed.length >> 1]).toBeLessThan(truth * 0.85);
  });
});
