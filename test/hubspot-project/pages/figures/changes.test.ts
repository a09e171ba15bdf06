import { CHANGE_KINDS, type ChangeStep } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { largestStep, waterfall } from '../../../../hubspot-project/src/app/pages/figures/changes.ts';

const open = (amount: number) => ({ deals: 3, amount, expected: amount / 2, withoutAmount: 0, withoutChance: 0 });

function steps(amounts: Partial<Record<ChangeStep['kind'], number>>): readonly ChangeStep[] {
  return CHANGE_KINDS.map((kind) => {
    const amount = amounts[kind] ?? 0;
    return { kind, cell: kind, affected: 1, affectedAmount: 0, deals: 0, amount, expected: amount / 2 };
  });
}

describe('waterfall', () => {
  it('leads from then to now: each bar begins where the one before ends', () => {
    const bars = waterfall({ before: open(100), after: open(90), steps: steps({ new: 50, lost: -60 }) }, 'amount');

    expect(bars).toEqual([
      { kind: 'at-start', part: 'level', value: 100 },
      { kind: 'new', part: 'level', value: 100 },
      { kind: 'new', part: 'more', value: 50 },
      { kind: 'lost', part: 'level', value: 90 },
      { kind: 'lost', part: 'less', value: 60 },
      { kind: 'now', part: 'level', value: 90 },
    ]);
  });

  it('has no bar for a step that changes nothing by that measure', () => {
    const report = { before: open(100), after: open(100), steps: steps({ pushed: 0 }) };

    expect(waterfall(report, 'deals').map(({ kind }) => kind)).toEqual(['at-start', 'now']);
  });
});

describe('largestStep', () => {
  it('is the one that changed it most, either way, and none where nothing did', () => {
    expect(largestStep(steps({ new: 50, lost: -60 }), 'amount')?.kind).toBe('lost');
    expect(largestStep(steps({}), 'amount')).toBeNull();
  });
});
