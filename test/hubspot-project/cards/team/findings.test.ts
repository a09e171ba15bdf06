import type { DwellQuantile, StageFigures } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { bottleneckOf } from '../../../../hubspot-project/src/app/cards/team/findings.ts';
import { measured, stageFigures, stagesReport, stageView, tooLittle } from '../../pages/stages-builder.ts';

const stage = (label: string, medianDays: DwellQuantile, reason: StageFigures['bottleneck']['reason'] = null) =>
  stageFigures(stageView(label), {
    dwellDaysMedian: medianDays,
    bottleneck: { reason, dwell: 'no-clear-change', losses: 'no-clear-change', takesMostTime: false },
  });

const found = (...stages: readonly StageFigures[]) => bottleneckOf(stagesReport({ stages }));

describe('the bottleneck of a pipeline', () => {
  it('is the stage that got clearly worse, though deals stay longer in another', () => {
    expect(found(stage('Demo', measured(30)), stage('Offer', measured(9), 'more-losses'))).toEqual({
      stage: 'Offer',
      reason: 'more-losses',
      medianDays: 9,
    });
  });

  it('is else where deals stay longest, and said to be no more than that', () => {
    expect(found(stage('Demo', measured(9)), stage('Offer', measured(30)))).toEqual({
      stage: 'Offer',
      reason: 'slowest',
      medianDays: 30,
    });
  });

  it('is not named where too little is known, and never a closed stage', () => {
    const won = stageFigures(stageView('Won', { role: 'won' }), { dwellDaysMedian: measured(400) });

    expect(found(stage('Demo', tooLittle), won)).toBeNull();
  });
});
