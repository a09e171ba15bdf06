import { describe, expect, it } from 'vitest';
import { portalDay, portalDayStart } from '../../functions/portal-day.ts';

const at = (text: string) => Date.parse(text);
const startOf = (text: string, timeZone: string) => new Date(portalDayStart(at(text), timeZone)).toISOString();

describe('portalDayStart', () => {
  it.each([
    ['UTC', '2026-03-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
    ['Europe/Paris', '2026-01-01T12:00:00.000Z', '2025-12-31T23:00:00.000Z'],
    ['Asia/Kathmandu', '2026-06-01T12:00:00.000Z', '2026-05-31T18:15:00.000Z'],
    ['Pacific/Auckland', '2026-01-01T11:30:00.000Z', '2026-01-01T11:00:00.000Z'],
    ['America/New_York', '2026-01-01T04:59:59.999Z', '2025-12-31T05:00:00.000Z'],
  ])('is midnight in %s', (timeZone, now, start) => {
    expect(startOf(now, timeZone)).toBe(start);
  });

  it('is found on the days of 23 and of 25 hours', () => {
    expect(startOf('2026-03-29T21:59:59.999Z', 'Europe/Paris')).toBe('2026-03-28T23:00:00.000Z');
    expect(startOf('2026-10-25T22:59:59.999Z', 'Europe/Paris')).toBe('2026-10-24T22:00:00.000Z');
  });

  it('is one in the morning where the clock is set forward at midnight', () => {
    expect(startOf('2026-04-24T12:00:00.000Z', 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z');
  });
});

describe('portalDay', () => {
  it('is the day in the portal’s time zone', () => {
    expect(portalDay(at('2026-01-01T04:00:00Z'), 'America/New_York')).toBe('2025-12-31');
    expect(portalDay(at('2026-01-01T04:00:00Z'), 'Asia/Tokyo')).toBe('2026-01-01');
  });
});
