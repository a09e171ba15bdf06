import { describe, expect, it } from 'vitest';
import { formats } from '../../../../hubspot-project/src/app/packages/ui/language/formats.ts';

const english = formats('en-US', 'Europe/Paris');
const french = formats('fr-FR', 'Europe/Paris');

describe('formats.percent', () => {
  it.each([
    [0, '0%'],
    [0.004, '<\u00a01%'],
    [0.015, '2%'],
    [0.345, '35%'],
    [0.994, '>\u00a099%'],
    [1, '100%'],
  ])('shows %d as %s: only none reads 0 % and only all reads 100 %', (share, text) => {
    expect(english.percent(share)).toBe(text);
  });
});

describe('formats.duration', () => {
  it.each([
    [0, '0 minutes'],
    [0.5 / 24, '30 minutes'],
    [1 / 24, '1 hour'],
    [0.75, '18 hours'],
    [1, '1 day'],
    [1.25, '1.3 days'],
    [23.4, '23 days'],
    [1_400, '1,400 days'],
  ])('shows %d days as %s', (days, text) => {
    expect(english.duration(days)).toBe(text);
  });

  it('speaks the reader’s language', () => {
    expect(french.duration(1.25)).toBe('1,3\u00a0jour');
  });
});

describe('formats.day and formats.moment', () => {
  it('count days in the portal’s time zone', () => {
    const justAfterMidnightInParis = Date.UTC(2026, 2, 23, 23, 5);

    expect(english.day(justAfterMidnightInParis)).toBe('Mar 24, 2026');
    expect(french.moment(justAfterMidnightInParis)).toBe('24 mars 2026, 00:05');
  });

  it('say UTC when the time zone is not known', () => {
    expect(formats('en-US', 'Mars/Olympus').day(Date.UTC(2026, 2, 24))).toBe('Mar 24, 2026 UTC');
  });
});
