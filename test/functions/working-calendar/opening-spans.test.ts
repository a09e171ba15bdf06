import { openMsBetween } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingSpans, type WorkingWeek } from '../../../functions/working-calendar/opening-spans.ts';

const HOUR_MS = 3_600_000;
const NINE_TO_FIVE = [{ opens: '09:00', closes: '17:00' }];

function calendar(overrides: Partial<WorkingWeek> = {}): WorkingWeek {
  const week = [NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, [], []];
  return { timeZone: 'America/New_York', week, holidays: [], ...overrides };
}

function openHours(from: string, to: string, settings = calendar()): number {
  const spans = openingSpans(settings, { fromAt: Date.parse('2024-01-01'), toAt: Date.parse('2029-01-01') });
  return openMsBetween(spans)(Date.parse(from), Date.parse(to)) / HOUR_MS;
}

const allDay = (timeZone: string) =>
  calendar({ timeZone, week: Array.from({ length: 7 }, () => [{ opens: '00:00', closes: '24:00' }]) });

describe('openingSpans', () => {
  it('counts two hours from Friday 16:00 to Monday 10:00 over the change of clocks in spring, and in autumn', () => {
    expect(openHours('2026-03-06T16:00-05:00', '2026-03-09T10:00-04:00')).toBe(2);
    expect(openHours('2026-10-30T16:00-04:00', '2026-11-02T10:00-05:00')).toBe(2);
  });

  it('knows leap days as days', () => {
    expect(openHours('2028-02-28T00:00-05:00', '2028-03-02T00:00-05:00')).toBe(24);
  });

  it('opens on no holiday', () => {
    expect(openHours('2026-12-24T09:00-05:00', '2026-12-28T10:00-05:00', calendar({ holidays: ['2026-12-25'] }))).toBe(
      9,
    );
  });

  it('opens a whole day of 23, 24 and 25 hours as long as it is', () => {
    const paris = allDay('Europe/Paris');

    expect(openHours('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', paris)).toBe(23);
    expect(openHours('2026-06-01T00:00+02:00', '2026-06-02T00:00+02:00', paris)).toBe(24);
    expect(openHours('2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00', paris)).toBe(25);
  });

  it('begins hours that a clock leaps over when it goes on, and keeps apart hours that come twice', () => {
    const night = [
      { opens: '01:00', closes: '02:30' },
      { opens: '02:30', closes: '04:00' },
    ];
    const nights = calendar({ timeZone: 'Europe/Paris', week: Array.from({ length: 7 }, () => night) });

    expect(openHours('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', nights)).toBe(2);
    expect(openHours('2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00', nights)).toBe(4);
  });

  it('closes, where the hour comes twice, at its second coming', () => {
    const night = [{ opens: '01:00', closes: '02:30' }];
    const nights = calendar({ timeZone: 'Europe/Paris', week: Array.from({ length: 7 }, () => night) });

    expect(openHours('2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00', nights)).toBe(2.5);
  });

  it('counts any way between two instants the same as its two halves, and never more than calendar time', () => {
    const [fromAt, toAt] = [Date.parse('2026-01-01'), Date.parse('2027-01-01')];
    const spans = openingSpans(calendar(), { fromAt, toAt });
    const instant = fc.integer({ min: fromAt, max: toAt });

    fc.assert(
      fc.property(instant, instant, instant, (...instants) => {
        const [a = 0, b = 0, c = 0] = instants.toSorted((x, y) => x - y);
        const whole = openMsBetween(spans)(a, c);

        expect(openMsBetween(spans)(a, b) + openMsBetween(spans)(b, c)).toBe(whole);
        expect(whole).toBeLessThanOrEqual(c - a);
        expect(openMsBetween(spans)(c, a)).toBe(0);
      }),
    );
  });

  it('does not know what lies outside its range', () => {
    const spans = openingSpans(calendar(), { fromAt: 0, toAt: 1000 });

    expect(openMsBetween(spans)(0, 1000)).toBe(0);
    expect(openMsBetween(spans)(0, 1001)).toBeNaN();
    expect(openMsBetween(spans)(-1, 5)).toBeNaN();
  });
});
