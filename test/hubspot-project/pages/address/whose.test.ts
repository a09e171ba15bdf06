import type { ViewerAnswer } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import {
  EVERYBODY,
  ownDealsOf,
  whoseChoices,
  whoseIn,
  whoseOf,
  wholeMonths,
} from '../../../../hubspot-project/src/app/pages/address/whose.ts';

const viewer = (overrides: Partial<ViewerAnswer>): ViewerAnswer => ({
  role: 'manager',
  ownerId: '11',
  teams: [{ teamId: 'north', label: 'North' }],
  seesNames: true,
  teamReports: null,
  ...overrides,
});

describe('whose deals an address asks for', () => {
  it.each([
    { owner: null, team: null },
    { owner: '11', team: null },
    { owner: null, team: 'a:b' },
  ])('is one value of a list, and back: %o', (address) => {
    expect(whoseIn(whoseOf(address))).toEqual(address);
  });

  it('is everybody’s where nobody is named', () => {
    expect(whoseOf({ owner: null, team: null })).toBe(EVERYBODY);
  });
});

describe('whoseChoices', () => {
  const report = { report: 'flow', isOpenToReps: false };

  it('offers a rep the own deals alone, unless the report is open to all', () => {
    const rep = viewer({ role: 'rep', teams: [], teamReports: [] });

    expect(whoseChoices(rep, report)).toMatchObject({ seesAll: false, ownOwnerId: '11', teams: [] });
    expect(whoseChoices(rep, { ...report, isOpenToReps: true }).seesAll).toBe(true);
  });

  it('offers teams only in the reports that may be asked of them', () => {
    const hidden = viewer({ seesNames: false, teamReports: ['flow'] });

    expect(whoseChoices(hidden, report)).toMatchObject({ teams: hidden.teams, needsWholeMonths: true });
    expect(whoseChoices(hidden, { ...report, report: 'stages' }).teams).toEqual([]);
    expect(whoseChoices(viewer({}), report)).toMatchObject({ teams: hidden.teams, needsWholeMonths: false });
  });
});

describe('ownDealsOf', () => {
  it('asks for the own deals of a rep who names nobody, and leaves all others as they are', () => {
    expect(ownDealsOf({ role: 'rep', ownerId: '11' }, { from: '2026-01-01' })).toEqual({
      from: '2026-01-01',
      owner: '11',
    });
    expect(ownDealsOf({ role: 'rep', ownerId: '11' }, { owner: '12' })).toEqual({ owner: '12' });
    expect(ownDealsOf({ role: 'rep', ownerId: null }, {})).toEqual({});
    expect(ownDealsOf({ role: 'manager', ownerId: '11' }, {})).toEqual({});
    expect(ownDealsOf(null, {})).toEqual({});
  });
});

describe('wholeMonths', () => {
  it.each([
    ['2026-05-20', '2026-02-01', '2026-05-01'],
    ['2026-01-01', '2025-10-01', '2026-01-01'],
    ['2026-03-31', '2025-12-01', '2026-03-01'],
  ])('of %s are those from %s to %s', (today, from, to) => {
    expect(wholeMonths(today, 3)).toEqual({ from, to });
  });
});
