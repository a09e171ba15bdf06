import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portalDay } from '../../../functions/portal-day.ts';
import { dayStart, plusDays } from '../../../functions/rollup/calendar-days.ts';
import { reportCalendar } from '../../../functions/rollup/report-calendar.ts';

const at = (text: string) => Date.parse(text);
const asked = { timeZone: 'Europe/Paris', fiscalYearStartMonth: 1, fromDay: null, toDay: null };

describe('reportCalendar', () => {
  it('is the last 90 days that are over, and the 90 before them', () => {
    const calendar = reportCalendar({ ...asked, asOf: at('2026-06-15T08:00:00Z') });

    expect(calendar?.period).toMatchObject({ fromDay: '2026-03-17', toDay: '2026-06-15' });
    expect(calendar?.previous).toMatchObject({ fromDay: '2025-12-17', toDay: '2026-03-17' });
    expect(new Date(calendar?.period.toAt ?? 0).toISOString()).toBe('2026-06-14T22:00:00.000Z');
  });

  it('ends with the last day that is over, and has none where no day of it is over', () => {
    const asOf = at('2026-06-15T08:00:00Z');

    expect(reportCalendar({ ...asked, asOf, fromDay: '2026-06-01', toDay: '2027-01-01' })?.period).toMatchObject({
      fromDay: '2026-06-01',
      toDay: '2026-06-15',
    });
    expect(reportCalendar({ ...asked, asOf, fromDay: '2026-06-15' })).toBeNull();
    expect(reportCalendar({ ...asked, asOf, fromDay: '2026-06-10', toDay: '2026-06-10' })).toBeNull();
  });

  it('lists whole months and whole weeks from Monday, one after the other, over by the instant', () => {
    const calendar = reportCalendar({ ...asked, asOf: at('2026-03-31T08:00:00Z') });

    expect(calendar?.months.map(({ fromDay }) => fromDay).slice(-3)).toEqual([
      '2025-12-01',
      '2026-01-01',
      '2026-02-01',
    ]);
    expect(calendar?.months.at(-1)?.toDay).toBe('2026-03-01');
    expect(calendar?.weeks.at(-1)).toMatchObject({ fromDay: '2026-03-23', toDay: '2026-03-30' });
    expect(calendar?.weeks).toHaveLength(13);
  });

  it('looks ahead to the quarters of the fiscal year', () => {
    const asOf = at('2026-03-31T08:00:00Z');
    const keysOf = (fiscalYearStartMonth: number) =>
      reportCalendar({ ...asked, asOf, fiscalYearStartMonth })
        ?.ahead.periods.filter(({ kind }) => kind === 'quarter')
        .map(({ key, fromDay }) => `${key} ${fromDay}`);

    expect(keysOf(1)).toEqual(['2026-Q1 2026-01-01', '2026-Q2 2026-04-01']);
    expect(keysOf(2)).toEqual(['2027-Q1 2026-02-01', '2027-Q2 2026-05-01']);
  });

  it('leaves no gap between neighbours, whatever the zone and the day', () => {
    const zones = fc.constantFrom('UTC', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Niue', 'Africa/Cairo');
    fc.assert(
      fc.property(zones, fc.integer({ min: at('2015-01-01'), max: at('2030-01-01') }), (timeZone, asOf) => {
        const calendar = reportCalendar({ ...asked, timeZone, asOf });
        if (calendar === null) throw new Error('The last 90 days are always there.');

        for (const list of [[calendar.previous, calendar.period], calendar.months, calendar.weeks]) {
          for (const [place, { fromAt, toAt }] of list.entries()) {
            expect(toAt).toBeLessThanOrEqual(asOf);
            expect(fromAt).toBeLessThan(toAt);
            if (place > 0) expect(fromAt).toBe(list[place - 1]?.toAt);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('dayStart', () => {
  it('is the first instant of the day, in every zone', () => {
    const zones = ['UTC', 'Pacific/Kiritimati', 'Pacific/Niue', 'Pacific/Auckland', 'America/New_York', 'Africa/Cairo'];
    for (const timeZone of zones) {
      for (const day of ['2026-01-01', '2026-04-24', '2026-10-25']) {
        expect(portalDay(dayStart(day, timeZone), timeZone)).toBe(day);
        expect(portalDay(dayStart(day, timeZone) - 1, timeZone)).toBe(plusDays(day, -1));
      }
    }
  });
});
