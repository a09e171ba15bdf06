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

describe('what was done about stages', () => {
  const action = { actionId: 'action-1', pipelineId: 'p', stageId: 's', day: '2026-09-01', done: 'It', aim: 'dwell' };
  const others = Array.from({ length: 50 }, (_, place) => ({ ...action, actionId: `action-${place + 2}` }));

  it.each([
    ['a day that does not exist', [{ ...action, day: '2026-02-30' }], 'YYYY-MM-DD'],
    ['a day before every calendar of ours', [{ ...action, day: '0000-01-01' }], 'this century'],
    ['nothing done', [{ ...action, done: ' ' }], 'what was done'],
    ['a long story', [{ ...action, done: 'x'.repeat(301) }], '300'],
    ['an aim of its own', [{ ...action, aim: 'revenue' }], 'aim'],
    ['two of one id', [action, action], 'id of its own'],
    ['more than fifty', [action, ...others], '50'],
    ['a person', [{ ...action, ownerId: '11' }], 'ownerId'],
  ])('refuses %s', (_, actions, why) => {
    expect(() => SECTION_SCHEMAS.actions().parse({ actions })).toThrow(why);
  });

  it('takes fifty, and cuts blanks off the words', () => {
    const actions = [{ ...action, done: ' It ' }, ...others.slice(1)];

    expect(SECTION_SCHEMAS.actions().parse({ actions }).actions[0]?.done).toBe('It');
  });
});
