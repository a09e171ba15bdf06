import { describe, expect, it } from 'vitest';
import { calendarAhead } from '../../../functions/rollup/calendar-ahead.ts';

const ahead = (today: string, fiscalYearStartMonth = 1) =>
  calendarAhead({ asOf: Date.parse(`${today}T10:00:00Z`), today, timeZone: 'Europe/Paris', fiscalYearStartMonth });
const quartersOf = (today: string, start?: number) =>
  ahead(today, start)
    .periods.slice(3)
    .map(({ key, fromDay, toDay }) => [key, fromDay, toDay]);

describe('calendarAhead', () => {
  it('names the running month and the two after it, in the portal’s days', () => {
    const months = ahead('2026-11-30').periods.slice(0, 3);

    expect(months.map(({ key, fromDay, toDay }) => [key, fromDay, toDay])).toEqual([
      ['2026-11', '2026-11-01', '2026-12-01'],
      ['2026-12', '2026-12-01', '2027-01-01'],
      ['2027-01', '2027-01-01', '2027-02-01'],
    ]);
    expect(new Date(months[0]?.fromAt ?? 0).toISOString()).toBe('2026-10-31T23:00:00.000Z');
  });

  it('names fiscal quarters by the year that the fiscal year ends in', () => {
    expect(quartersOf('2026-12-31')).toEqual([
      ['2026-Q4', '2026-10-01', '2027-01-01'],
      ['2027-Q1', '2027-01-01', '2027-04-01'],
    ]);
    expect(quartersOf('2026-03-31', 4)).toEqual([
      ['2026-Q4', '2026-01-01', '2026-04-01'],
      ['2027-Q1', '2026-04-01', '2026-07-01'],
    ]);
    expect(quartersOf('2026-01-01', 2)[0]).toEqual(['2026-Q4', '2025-11-01', '2026-02-01']);
  });

  it('goes along the running quarter week by week, through today, to its end', () => {
    const days = ahead('2026-02-20').fan.map(({ day }) => day);

    expect(days[0]).toBe('2026-01-01');
    expect(days).toContain('2026-02-20');
    expect(days.at(-1)).toBe('2026-04-01');
    expect(days).toEqual(days.toSorted());
  });
});
