import { describe, expect, it } from 'vitest';
import { stalledBars } from '../../../../hubspot-project/src/app/pages/figures/stalled.ts';
import { stageView } from '../stages-builder.ts';

describe('stalledBars', () => {
  it('has two parts a stage, which sum to its open deals', () => {
    const stage = { stage: stageView('Demo'), cell: 'x', open: 12, stalled: 5, amount: 1, valueAtStake: 1 };

    expect(stalledBars([stage])).toEqual([
      { label: 'Demo', part: 'stalled', deals: 5 },
      { label: 'Demo', part: 'others', deals: 7 },
    ]);
  });
});
