import type { RevenueRange, WhatIfFigures } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import {
  type ChangeDraft,
  changeOf,
  comparedRanges,
  MOST_CHANGES,
  withChange,
} from '../../../../hubspot-project/src/app/pages/figures/what-if.ts';

const draft = (overrides: Partial<ChangeDraft>): ChangeDraft => ({
  kind: 'lift-conversion',
  stageId: 'demo',
  dealId: null,
  days: 30,
  percent: 10,
  ...overrides,
});

describe('changeOf', () => {
  it('makes a change of each kind of what was filled in', () => {
    expect(changeOf(draft({}))).toEqual({ kind: 'lift-conversion', stageId: 'demo', shareOfLosses: 0.1 });
    expect(changeOf(draft({ kind: 'cut-slow-tail' }))).toEqual({ kind: 'cut-slow-tail', stageId: 'demo', days: 30 });
    expect(changeOf(draft({ kind: 'lose-deal', dealId: '5' }))).toEqual({ kind: 'lose-deal', dealId: '5' });
  });

  it.each([
    ['no stage', draft({ stageId: null })],
    ['more losses than there are', draft({ percent: 101 })],
    ['a negative share', draft({ percent: -1 })],
    ['no share', draft({ percent: null })],
    ['negative days', draft({ kind: 'cut-slow-tail', days: -1 })],
    ['no deal', draft({ kind: 'lose-deal' })],
  ])('is none with %s', (_, incomplete) => {
    expect(changeOf(incomplete)).toBeNull();
  });
});

describe('withChange', () => {
  const cut = (stageId: string, days: number) => ({ kind: 'cut-slow-tail', stageId, days }) as const;

  it('replaces a change of the same place, and keeps all others', () => {
    const lost = { kind: 'lose-deal', dealId: '1' } as const;

    expect(withChange([cut('a', 10), lost], cut('a', 20))).toEqual([lost, cut('a', 20)]);
    expect(withChange([cut('a', 10)], cut('b', 20))).toEqual([cut('a', 10), cut('b', 20)]);
  });

  it('never has more than the API takes', () => {
    const many = Array.from({ length: MOST_CHANGES }, (_, place) => cut(String(place), 1));

    expect(withChange(many, cut('new', 1))).toHaveLength(MOST_CHANGES);
    expect(withChange(many, cut('new', 1)).at(-1)).toEqual(cut('new', 1));
  });
});

describe('comparedRanges', () => {
  const range = (p50: number): RevenueRange => ({ mean: p50, p10: p50 / 2, p50, p90: p50 * 2 });
  const figures = (p50: number): WhatIfFigures => ({
    open: range(p50),
    newBusiness: range(p50),
    total: range(p50),
    expectedWins: 1,
    winEver: null,
  });
  const tooLittle = { kind: 'insufficient', n: 1, needed: 20 } as const;

  it('sets each part as it is beside itself with the changes', () => {
    const parts = comparedRanges({ before: figures(10), after: figures(20) });

    expect(parts.map(({ part, before, after }) => [part, before.p50, after.p50])).toEqual([
      ['total', 10, 20],
      ['open', 10, 20],
      ['newBusiness', 10, 20],
    ]);
  });

  it('leaves out what is not known on both sides', () => {
    const parts = comparedRanges({ before: figures(10), after: { ...figures(20), newBusiness: tooLittle } });

    expect(parts.map(({ part }) => part)).toEqual(['total', 'open']);
    expect(comparedRanges({ before: tooLittle, after: figures(1) })).toEqual([]);
  });
});
