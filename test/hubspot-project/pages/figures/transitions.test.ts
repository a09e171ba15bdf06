import type { StageRework, TransitionCell } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { costliestReturn, largest, moveMatrix } from '../../../../hubspot-project/src/app/pages/figures/transitions.ts';
import { stageView, tooLittle } from '../stages-builder.ts';

const [first, second, won] = ['first', 'second', 'won'].map((id, displayOrder) => stageView(id, { displayOrder }));

function move(overrides: Partial<TransitionCell>): TransitionCell {
  return {
    from: stageView('first'),
    to: null,
    kind: 'advanced',
    count: 1,
    share: tooLittle,
    dwellDaysMedian: 3,
    cell: 'a:b',
    ...overrides,
  };
}

describe('moveMatrix', () => {
  it('has rows and columns in display order, and what left the pipeline last, one column a kind', () => {
    const { rows, columns } = moveMatrix([
      move({ from: second!, to: won!, kind: 'won' }),
      move({ from: first!, to: null, kind: 'deleted' }),
      move({ from: first!, to: null, kind: 'moved' }),
      move({ from: first!, to: second! }),
    ]);

    expect(rows.map(({ from }) => from.stageId)).toEqual(['first', 'second']);
    expect(columns.map(({ to, kind }) => to?.stageId ?? kind)).toEqual(['second', 'won', 'deleted', 'moved']);
    expect(rows[0]?.cells.get('second')?.[0]?.kind).toBe('advanced');
    expect(rows[0]?.cells.has('won')).toBe(false);
  });

  it('loses no move where two kinds lead to the same stage', () => {
    const { rows } = moveMatrix([
      move({ to: second!, kind: 'advanced', count: 2 }),
      move({ to: second!, kind: 'skipped', count: 3 }),
    ]);

    expect(rows[0]?.cells.get('second')?.map(({ count }) => count)).toEqual([2, 3]);
  });
});

describe('costliestReturn', () => {
  const rework = (days: number): StageRework => ({
    stage: stageView(String(days)),
    reentries: 1,
    deals: 1,
    days,
    cell: 'x',
  });

  it('is the stage with the most days, and none where no day was spent again', () => {
    expect(costliestReturn([rework(2), rework(9), rework(4)])?.days).toBe(9);
    expect(costliestReturn([rework(0)])).toBeNull();
  });
});

describe('largest', () => {
  it('keeps so many of what is not zero', () => {
    expect(largest([{ lost: 5 }, { lost: 2 }, { lost: 1 }, { lost: 0 }], 2)).toEqual([{ lost: 5 }, { lost: 2 }]);
    expect(largest([{ lost: 0 }], 2)).toEqual([]);
  });
});
