import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { instantOfWallClock } from '../../../functions/working-calendar/wall-clock.ts';

const ZONES = [
  'UTC',
  'Europe/Paris',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe', // Half an hour of summer time.
  'Africa/Casablanca', // Summer time that is left for Ramadan.
  'Asia/Kathmandu',
  'Pacific/Apia', // Left out the 30th of December 2011.
  'Antarctica/Troll', // Two hours.
  'America/Sao_Paulo', // Set its clocks at midnight.
];

describe('instantOfWallClock', () => {
  it('is the instant that Temporal tells, for any zone, day and minute', () => {
    const minutes = fc.integer({
      min: Date.UTC(2010, 0, 1) / 60_000,
      max: Date.UTC(2032, 0, 1) / 60_000,
    });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), minutes, (timeZone, minute) => {
        expectAsTemporal(minute * 60_000, timeZone);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['Europe/Paris', '2026-03-29T02:30'],
    ['Europe/Paris', '2026-10-25T02:30'],
    ['America/New_York', '2026-03-08T02:00'],
    ['America/New_York', '2026-11-01T01:59'],
    ['Australia/Lord_Howe', '2026-04-05T01:45'],
    ['Antarctica/Troll', '2026-10-25T02:15'],
    ['America/Sao_Paulo', '2018-11-04T00:10'],
    ['Pacific/Apia', '2011-12-30T10:00'],
  ])('is so where clocks change: %s, %s', (timeZone, wall) => {
    expectAsTemporal(Date.parse(`${wall}:00Z`), timeZone);
  });
});

function expectAsTemporal(wallMs: number, timeZone: string): void {
  const shown = Temporal.PlainDateTime.from(new Date(wallMs).toISOString().slice(0, 19));
  const told = (disambiguation: 'compatible' | 'later') => shown.toZonedDateTime(timeZone, { disambiguation });

  expect(instantOfWallClock(wallMs, timeZone, 'first')).toBe(told('compatible').epochMilliseconds);
  expect(instantOfWallClock(wallMs, timeZone, 'second')).toBe(told('later').epochMilliseconds);
}
