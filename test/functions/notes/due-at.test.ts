import { DEFAULT_SETTINGS } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { dueAt } from '../../../functions/notes/due-at.ts';

const CALENDAR = { ...DEFAULT_SETTINGS.calendar, holidays: ['2026-06-17'] };
const due = (from: string) => new Date(dueAt(Date.parse(from), CALENDAR, 'Europe/Paris')).toISOString();

describe('dueAt', () => {
  it.each([
    ['in a day, where that is working time', '2026-06-15T10:00:00Z', '2026-06-16T10:00:00.000Z'],
    ['on Monday morning, from a Friday noon', '2026-06-19T10:00:00Z', '2026-06-22T07:00:00.000Z'],
    ['in the morning after a holiday, from an evening', '2026-06-15T20:00:00Z', '2026-06-18T07:00:00.000Z'],
  ])('is %s', (_what, from, expected) => {
    expect(due(from)).toBe(expected);
  });

  it('is in a day where the calendar never opens', () => {
    const closed = { ...CALENDAR, week: CALENDAR.week.map(() => []) };
    const now = Date.parse('2026-06-15T10:00:00Z');

    expect(dueAt(now, closed, 'UTC')).toBe(now + 86_400_000);
  });
});
