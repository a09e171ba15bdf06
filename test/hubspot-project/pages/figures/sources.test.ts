import type { SourceFigures, SourceStage } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { clearDifferences, closeBars, stagesOf } from '../../../../hubspot-project/src/app/pages/figures/sources.ts';
import { measured, stageView } from '../stages-builder.ts';

const stage = (stageId: string, displayOrder: number, verdict: SourceStage['verdict']): SourceStage => ({
  stage: stageView(stageId, { displayOrder }),
  left: 30,
  ledOn: 20,
  lost: 10,
  ledOnShareDrawn: null,
  pace: null,
  ledOnShare: measured(0.6),
  ledOnShareOfOthers: measured(0.7),
  verdict,
  dwellDaysMean: measured(10),
  cell: `${stageId}:x`,
});

const source = (overrides: Partial<SourceFigures>): SourceFigures => ({
  source: 'OFFLINE',
  isOthers: false,
  newDeals: 5,
  won: 2,
  lost: 3,
  winRateDrawn: null,
  winRate: measured(0.4),
  wonAmount: 100,
  wonWithoutAmount: 0,
  stages: [],
  cell: 'OFFLINE:won',
  ...overrides,
});

describe('stagesOf', () => {
  it('has every stage of any source once, in display order', () => {
    const sources = [
      source({ stages: [stage('demo', 1, 'below')] }),
      source({ stages: [stage('lead', 0, 'above'), stage('demo', 1, 'above')] }),
    ];

    expect(stagesOf(sources).map(({ stageId }) => stageId)).toEqual(['lead', 'demo']);
  });
});

describe('clearDifferences', () => {
  it('tells what is below from what is above, and counts what could be compared', () => {
    const stages = [
      stage('a', 0, 'below'),
      stage('b', 1, 'above'),
      stage('c', 2, 'not-distinguishable'),
      stage('d', 3, 'insufficient'),
    ];
    const { below, above, tested } = clearDifferences([source({ stages })]);

    expect(below.map(({ stage: { stageId } }) => stageId)).toEqual(['a']);
    expect(above.map(({ stage: { stageId } }) => stageId)).toEqual(['b']);
    expect(tested).toBe(3);
  });
});

describe('closeBars', () => {
  it('has no bar for a source of which nothing closed', () => {
    const bars = closeBars([source({}), source({ source: null, won: 0, lost: 0 })]);

    expect(bars.map(({ outcome, deals }) => [outcome, deals])).toEqual([
      ['won', 2],
      ['lost', 3],
    ]);
  });
});
