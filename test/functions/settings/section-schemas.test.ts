import { describe, expect, it } from 'vitest';
import { SECTION_SCHEMAS } from '../../../functions/settings/section-schemas.ts';

const NINE_TO_FIVE = [{ opens: '09:00', closes: '17:00' }];
const WORKDAYS = Array.from({ length: 5 }, () => NINE_TO_FIVE);

describe('the calendar that an admin may set', () => {
  it.each([
    ['six days', { week: Array.from({ length: 6 }, () => NINE_TO_FIVE) }, 'seven days'],
    [
      'hours over midnight',
      { week: Array.from({ length: 7 }, () => [{ opens: '22:00', closes: '06:00' }]) },
      'midnight',
    ],
    ['overlapping hours', { week: Array.from({ length: 7 }, () => [...NINE_TO_FIVE, ...NINE_TO_FIVE]) }, 'overlap'],
    [
      'a time that no clock shows',
      { week: Array.from({ length: 7 }, () => [{ opens: '9', closes: '25:00' }]) },
      'HH:MM',
    ],
    ['a day that does not exist', { holidays: ['2026-02-30'] }, 'YYYY-MM-DD'],
  ])('refuses %s, and says why', (_, overrides, why) => {
    const value = { week: [...WORKDAYS, [], []], holidays: [], fiscalYearStartMonth: 1, ...overrides };
    expect(() => SECTION_SCHEMAS.calendar().parse(value)).toThrow(why);
  });
});
