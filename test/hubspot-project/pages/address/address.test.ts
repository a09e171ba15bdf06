import { describe, expect, it } from 'vitest';
import {
  addressOf,
  bandEnds,
  bandOf,
  filtersFor,
  paramsOf,
} from '../../../../hubspot-project/src/app/pages/address/filters.ts';
import { dayIn, periodChoice, periodDays, plusDays } from '../../../../hubspot-project/src/app/pages/address/period.ts';

describe('the address', () => {
  it('gives back what was written into it, and nothing that it does not know', () => {
    const params = { pipeline: '77', from: '2026-01-01', amountBand: '1000-' };

    expect(paramsOf(addressOf({ ...params, source: ' ', portalId: '1' }))).toEqual(params);
  });

  it('hands a report only the filters that it takes', () => {
    const address = addressOf({ pipeline: '77', from: '2026-01-01', source: 'OFFLINE' });

    expect(filtersFor(['from', 'to'], address)).toEqual({ from: '2026-01-01' });
  });

  it.each([
    ['1000-5000', 1_000, 5_000],
    ['1000-', 1_000, null],
    ['-5000', null, 5_000],
    ['many', null, null],
    [null, null, null],
  ])('reads the band %s as %s to %s', (band, from, to) => {
    expect(bandEnds(band)).toEqual({ from, to });
    if (band !== 'many') expect(bandOf(from, to)).toBe(band);
  });
});

describe('the period', () => {
  const today = '2026-03-10';

  it.each([
    [null, null, 90],
    ['2026-02-08', null, 30],
    ['2026-02-08', today, 30],
    ['2026-02-08', '2026-03-01', 'own'],
    ['2026-02-09', null, 'own'],
  ])('from %s to %s is %s', (from, to, choice) => {
    expect(periodChoice(from, to, today)).toBe(choice);
  });

  it.each([30, 90, 180, 365])('of the last %i days is found again', (length) => {
    const { from, to } = periodDays(length, today);

    expect(periodChoice(from, to, today)).toBe(length);
  });

  it('counts days over the ends of months and leap years', () => {
    expect([plusDays('2024-03-01', -1), plusDays('2026-12-31', 1)]).toEqual(['2024-02-29', '2027-01-01']);
  });

  it('knows the day of an instant where the portal is', () => {
    const at = Date.UTC(2026, 2, 10, 23, 30);

    expect([dayIn('Europe/Paris', at), dayIn('America/New_York', at), dayIn('Nowhere/Land', at)]).toEqual([
      '2026-03-11',
      '2026-03-10',
      '2026-03-10',
    ]);
  });
});
