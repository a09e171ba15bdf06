import { describe, expect, it } from 'vitest';
import {
  dwellBars,
  leakiestStage,
  liveStages,
  outcomeBars,
  outcomeCounts,
  slowestStage,
  typedVerdict,
} from '../../../../hubspot-project/src/app/pages/figures/stages.ts';
import { measured, stageFigures, stagesReport, stageView, tooLittle } from '../stages-builder.ts';

const { stages } = stagesReport();

describe('the figures of stages', () => {
  it('leave closed stages out: nothing stays there', () => {
    expect(liveStages(stages).map(({ stage }) => stage.label)).toEqual(['Discovery', 'Proposal']);
  });

  it('put every visit into one outcome', () => {
    const counts = outcomeCounts(stageFigures(stageView('Discovery')));

    expect(counts).toEqual({ 'went-on': 60, back: 0, lost: 25, left: 5, 'still-there': 10 });
  });

  it('draw each stage as long as all of its visits, and a stage without a visit not at all', () => {
    const bars = outcomeBars([
      stageFigures(stageView('Discovery')),
      stageFigures(stageView('New'), { visits: 0, open: 0, exits: [] }),
    ]);

    expect(new Set(bars.map(({ stage }) => stage))).toEqual(new Set(['Discovery']));
    expect(bars.reduce((sum, { percent }) => sum + percent, 0)).toBeCloseTo(100);
  });

  it('draw no bar for a quantile that is not known or lies beyond the data', () => {
    const beyond = { kind: 'beyond', atLeast: 90, n: 40, from: 'stage' } as const;
    const bars = dwellBars([
      stageFigures(stageView('A'), { dwellDaysMedian: tooLittle, dwellDaysP80: beyond }),
      stageFigures(stageView('B'), { dwellDaysMedian: measured(4.04), dwellDaysP80: beyond }),
    ]);

    expect(bars).toEqual([{ stage: 'B', quantile: 'half', days: 4 }]);
  });

  it('name no stage the slowest by visits to others', () => {
    const borrowed = stageFigures(stageView('A'), { dwellDaysMedian: { ...measured(60), from: 'portal' } });

    expect(slowestStage([borrowed, ...stages])).toEqual({ label: 'Proposal', value: 24 });
  });

  it('name the slowest and the leakiest stage, and none without evidence', () => {
    expect(slowestStage(stages)).toEqual({ label: 'Proposal', value: 24 });
    expect(leakiestStage(stages)).toEqual({ label: 'Proposal', value: 0.4 });
    const unknown = stageFigures(stageView('A'), { dwellDaysMedian: tooLittle, lossShare: tooLittle });
    expect([slowestStage([unknown]), leakiestStage([unknown])]).toEqual([null, null]);
  });

  it('call no parked stage slow: it is meant to wait', () => {
    const parked = stageFigures(stageView('Parked', { role: 'parked' }), { dwellDaysMedian: measured(300) });

    expect(slowestStage([...stages, parked])?.label).toBe('Proposal');
  });

  it.each([
    [0.3, measured(0.3), 'fits'],
    [0.6, measured(0.3), 'too-high'],
    [0.1, measured(0.3), 'too-low'],
    [0.6, measured(0.3, { high: null }), 'fits'],
    [null, measured(0.3), null],
    [0.3, tooLittle, null],
  ])('hold the typed %s against %j: %s', (typed, ever, verdict) => {
    expect(typedVerdict(typed, ever)).toBe(verdict);
  });
});
