import type { HygieneFault } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { costlyFaults } from '../../../../hubspot-project/src/app/pages/figures/hygiene.ts';

const fault = (id: HygieneFault['fault'], points: number): HygieneFault => ({
  fault: id,
  title: { en: id, fr: id },
  definition: { en: '', fr: '' },
  cell: id,
  unit: 'moves',
  found: 1,
  of: 10,
  deals: 1,
  amount: 0,
  points,
  pointsMax: 10,
  isAsNow: false,
  distorts: false,
});

describe('costlyFaults', () => {
  it('has the dearest first, and none that costs nothing', () => {
    const faults = [fault('moved-back', 1), fault('no-amount', 0), fault('bulk-move', 4)];

    expect(costlyFaults(faults).map((each) => each.fault)).toEqual(['bulk-move', 'moved-back']);
  });
});
