import type { FlowFigures, FlowStage } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import {
  fillingStages,
  flowBars,
  movingShare,
  weekPoints,
} from '../../../../hubspot-project/src/app/pages/figures/flow.ts';
import { measured, stageView } from '../stages-builder.ts';

const figures = (overrides: Partial<FlowFigures> = {}): FlowFigures => ({
  fromDay: '2026-01-05',
  toDay: '2026-01-12',
  arrivals: { entered: 5, late: 1, restored: 0 },
  exits: { advanced: 2, back: 0, skipped: 0, won: 1, lost: 0, moved: 0, merged: 0, deleted: 0 },
  atStart: 4,
  atEnd: 7,
  inProgressMean: 5,
  flowing: 2,
  throughputPerDay: 0.5,
  ...overrides,
});

const flowStage = (label: string, overrides: Partial<FlowStage> = {}): FlowStage => ({
  stage: stageView(label),
  now: figures(),
  before: figures(),
  weeks: [],
  drift: { verdict: 'no-clear-change', perWeek: measured(0.1) },
  ...overrides,
});

describe('the figures of flow', () => {
  it('show all that came in beside all that left', () => {
    expect(flowBars([flowStage('Demo')])).toEqual([
      { stage: 'Demo', direction: 'in', deals: 6 },
      { stage: 'Demo', direction: 'out', deals: 3 },
    ]);
  });

  it('go through time week by week, whatever the number of stages', () => {
    const weeks = [figures({ atEnd: 1 }), figures({ fromDay: '2026-01-12', atEnd: 2 })];

    expect(weekPoints([flowStage('A', { weeks }), flowStage('B', { weeks: weeks.slice(0, 1) })])).toEqual([
      { day: '2026-01-05', stage: 'A', deals: 1 },
      { day: '2026-01-05', stage: 'B', deals: 1 },
      { day: '2026-01-12', stage: 'A', deals: 2 },
    ]);
    expect(weekPoints([])).toEqual([]);
  });

  it('say which share moves, never more than all, and nothing where nothing can be said', () => {
    expect(movingShare(figures())).toBe(0.4);
    expect(movingShare(figures({ flowing: 9 }))).toBe(1);
    expect(movingShare(figures({ flowing: null }))).toBeNull();
    expect(movingShare(figures({ inProgressMean: 0, flowing: 0 }))).toBeNull();
  });

  it('name only stages that fill up for sure, the fastest first', () => {
    const filling = (label: string, perWeek: number) =>
      flowStage(label, { drift: { verdict: 'filling', perWeek: measured(perWeek) } });

    const names = fillingStages([flowStage('Calm'), filling('Slow', 0.5), filling('Fast', 2)]).map(
      ({ stage }) => stage.label,
    );

    expect(names).toEqual(['Fast', 'Slow']);
  });
});
