import { describe, expect, it } from 'vitest';
import { amountOf, instantOf } from '../../../shared/src/history/normalise.ts';
import { originOf } from '../../../shared/src/history/origin.ts';

describe('amountOf', () => {
  it.each([
    ['5000', 5000],
    ['0', 0],
    ['-0', 0],
    [' 12.50 ', 12.5],
    ['.5', 0.5],
    ['1e3', 1000],
    ['0.200000000000000011102230246251565404236316680908203125', 0.2],
    ['1999.9949999999999', 1999.995],
  ])('reads %j as %d', (raw, amount) => {
    expect(amountOf(raw)).toBe(amount);
  });

  it.each(['', ' ', '12,5', '1 000', 'abc', 'NaN', 'Infinity', '1e400', '0x10', '1e15'])('does not know %j', (raw) => {
    expect(amountOf(raw)).toBeNull();
  });
});

describe('instantOf', () => {
  it.each([
    ['2026-03-31T16:00:00.000Z', Date.UTC(2026, 2, 31, 16)],
    ['2026-03-31T16:00:00Z', Date.UTC(2026, 2, 31, 16)],
    ['2026-03-31T18:00:00+02:00', Date.UTC(2026, 2, 31, 16)],
    ['2026-03-31', Date.UTC(2026, 2, 31)],
    ['1774915200000', Date.UTC(2026, 2, 31)],
  ])('reads %j', (raw, at) => {
    expect(instantOf(raw)).toBe(at);
  });

  it.each([
    '',
    'soon',
    '2026',
    '31/03/2026',
    '2026-13-01',
    '2026-02-30T99:00:00.000Z',
    '2026-03-31T16:00:00',
    'March 31, 2026',
  ])('does not know %j', (raw) => {
    expect(instantOf(raw)).toBeNull();
  });
});

describe('originOf', () => {
  it.each([
    ['CRM_UI', 'person'],
    ['AUTOMATION_PLATFORM', 'workflow'],
    ['IMPORT', 'import'],
    ['INTEGRATION', 'api'],
    ['MERGE_OBJECTS', 'merge'],
    ['CALCULATED', 'unknown'],
    ['constructor', 'unknown'],
    ['', 'unknown'],
  ])('takes %j for %s', (sourceType, origin) => {
    expect(originOf(sourceType)).toBe(origin);
  });
});
