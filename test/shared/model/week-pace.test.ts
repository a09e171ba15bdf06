import { DAY_MS, seededRandom } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { pacedMs, weekPace } from '../../../shared/src/model/week-pace.ts';

const WEEK_MS = 7 * DAY_MS;
/** A Monday, 00:00. */
const MONDAY = Date.UTC(2026, 10, 16);
const SPAN = { asOf: MONDAY, weeks: 26 };

/** Wins at noon of the days of the 26 weeks before the Monday: so many on each. */
function winsOf(countOn: (week: number, day: number) => number): readonly number[] {
  return Array.from({ length: SPAN.weeks * 7 }, (_, place) => {
    const at = MONDAY - SPAN.weeks * WEEK_MS + (place + 0.5) * DAY_MS;
    return Array.from({ length: countOn(Math.floor(place / 7), place % 7) }, () => at);
  }).flat();
}

const workingWeek = winsOf((_, day) => (day < 5 ? 3 : 0));

describe('weekPace', () => {
  it('finds the working week, counted from any instant', () => {
    expect(weekPace(workingWeek, SPAN)).toEqual([1.4, 1.4, 1.4, 1.4, 1.4, 0, 0].map((pace) => expect.closeTo(pace, 9)));

    const fromSaturday = weekPace(workingWeek, { asOf: MONDAY - 2 * DAY_MS, weeks: 25 });

    expect(fromSaturday).toEqual([0, 0, 1.4, 1.4, 1.4, 1.4, 1.4].map((pace) => expect.closeTo(pace, 9)));
  });

  it('counts a win in the day that it lies in, up to the instant itself', () => {
    const lastMoments = Array.from({ length: 4 }, (_, week) => MONDAY - week * WEEK_MS);

    expect(weekPace(lastMoments, { asOf: MONDAY, weeks: 5 })[6]).toBeCloseTo(7, 9);
    expect(
      weekPace(
        lastMoments.map((at) => at - WEEK_MS + 1),
        { asOf: MONDAY, weeks: 6 },
      )[0],
    ).toBeCloseTo(7, 9);
  });

  it('takes chance for chance: of wins that know no week, most of the differences are gone', () => {
    const random = seededRandom(5);
    let [drawn, plain] = [0, 0];
    for (let portal = 0; portal < 40; portal += 1) {
      const counts = new Float64Array(7);
      const wonAt = Array.from({ length: 100 }, () => MONDAY - random() * SPAN.weeks * WEEK_MS);
      for (const at of wonAt) {
        const day = Math.floor((at - MONDAY) / DAY_MS + SPAN.weeks * 7) % 7;
        counts[day] = (counts[day] ?? 0) + 1;
      }
      for (const pace of weekPace(wonAt, SPAN)) drawn += (pace - 1) ** 2;
      for (const count of counts) plain += ((7 * count) / 100 - 1) ** 2;
    }
    expect(plain / 40 / 7).toBeGreaterThan(0.04);
    expect(drawn).toBeLessThan(plain / 4);
  });

  it('makes no habit of one day on which very many were closed', () => {
    const random = seededRandom(9);
    const usual = Array.from({ length: 60 }, () => MONDAY - random() * SPAN.weeks * WEEK_MS);
    const atOnce = Array.from({ length: 500 }, () => MONDAY - 40.5 * DAY_MS);

    expect(Math.max(...weekPace([...usual, ...atOnce], SPAN))).toBeLessThan(1.5);
  });

  it('says nothing below four weeks with a win, and leaves out what is later or too long ago', () => {
    const threeFridays = [1, 2, 3].map((week) => MONDAY - week * WEEK_MS + 4.5 * DAY_MS);
    const elsewhere = [MONDAY + DAY_MS, MONDAY - 27 * WEEK_MS];

    expect(weekPace([...threeFridays, ...elsewhere], SPAN)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(weekPace([], { asOf: MONDAY, weeks: 0 })).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('has a mean of 1', () => {
    const pace = weekPace(
      winsOf((week, day) => (week * day) % 4),
      SPAN,
    );

    expect(pace.reduce((sum, each) => sum + each, 0)).toBeCloseTo(7, 9);
  });
});

describe('pacedMs', () => {
  const pace = [1.4, 1.4, 1.4, 1.4, 1.4, 0, 0];

  it('leaves whole weeks as long as they are, and counts a part of one by its days', () => {
    expect(pacedMs(3 * WEEK_MS, pace)).toBe(3 * WEEK_MS);
    expect(pacedMs(30 * DAY_MS, pace) / DAY_MS).toBeCloseTo(28 + 2.8, 9);
    expect(pacedMs(0.5 * DAY_MS, pace) / DAY_MS).toBeCloseTo(0.7, 9);
    expect(pacedMs(6.5 * DAY_MS, pace) / DAY_MS).toBeCloseTo(7, 9);
    expect(pacedMs(0, pace)).toBe(0);
  });
});
