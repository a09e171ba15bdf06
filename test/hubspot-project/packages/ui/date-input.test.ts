import { describe, expect, it } from 'vitest';
import { dayOfInput, inputDate } from '../../../../hubspot-project/src/app/packages/ui/figures/date-input.ts';

describe('the date input', () => {
  it('counts months from 0', () => {
    expect(inputDate('2026-01-31')).toEqual({ year: 2026, month: 0, date: 31 });
    expect(dayOfInput({ year: 2026, month: 0, date: 3 })).toBe('2026-01-03');
  });

  it('is empty without a day', () => {
    expect([inputDate(null), inputDate('soon'), dayOfInput(null)]).toEqual([null, null, null]);
  });
});
