import { actionsReport, type CorrectiveAction, parseActionsReport } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { reportQuestion } from '../../../functions/rollup/report-question.ts';
import { day } from '../../support/builders.ts';
import { PLAIN, simulatedDeals, type TrueDeals, twoStages } from '../../support/simulated-deals.ts';

const action = (overrides: Partial<CorrectiveAction> = {}): CorrectiveAction => ({
  actionId: 'a1',
  pipelineId: 'sales',
  stageId: 'offer',
  day: '2026-10-02',
  done: 'Offers follow one template',
  aim: 'dwell',
  ...overrides,
});

/** START is 2026-01-05: day 270 is 2026-10-02. */
function report(actions: readonly CorrectiveAction[], { way = PLAIN, asOf = day(360.5) } = {}) {
  const table = simulatedDeals({ seed: 2, deals: 2400, days: 380, way });
  const account = { timeZone: 'Europe/Paris', currency: 'EUR' };
  const stamp = { asOf, position: {}, modelVersion: '1' };
  const question = reportQuestion({ table, pipeline: twoStages(), account, stamp, actions });
  return actionsReport(question!);
}

/** A quarter in which offers take three times as long, and no longer. */
const badQuarter: TrueDeals['way'] = (stageId, onDay, owner) => {
  const plain = PLAIN(stageId, onDay, owner);
  const isBad = plain !== null && stageId === 'offer' && onDay >= 180 && onDay < 270;
  return isBad ? { ...plain, meanDays: plain.meanDays * 3 } : plain;
};

describe('actionsReport', () => {
  it('lists what was done in this pipeline, the newest first, with days of the portal and what its answer’s parser takes', () => {
    const { actions } = report([
      action({ actionId: 'old', day: '2026-05-01', stageId: 'demo', aim: 'conversion' }),
      action(),
      action({ actionId: 'elsewhere', pipelineId: 'care' }),
    ]);

    expect(actions.map(({ actionId }) => actionId)).toEqual(['a1', 'old']);
    expect(actions[0]).toMatchObject({
      stage: { stageId: 'offer' },
      days: 90,
      daysInAll: 90,
      before: { fromDay: '2026-07-04', toDay: '2026-10-02', figure: { kind: 'estimate' } },
      after: { fromDay: '2026-10-02', toDay: '2026-12-31', figure: { kind: 'estimate' } },
      placebo: { stageIds: ['demo'] },
      verdict: 'no-difference-detectable',
      wasBottleneck: false,
      alsoRecorded: 0,
    });
    const whole = report([action()]);
    expect(parseActionsReport(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  });

  it('watches for as many days as are over, and knows nothing of a day to come', () => {
    const [soon, later] = report([action({ day: '2026-12-11' }), action({ actionId: 'a2', day: '2027-03-01' })], {
      asOf: day(360.5),
    }).actions.toReversed();

    expect(soon).toMatchObject({ days: 20, before: { fromDay: '2026-11-21' }, after: { toDay: '2026-12-31' } });
    expect(later).toMatchObject({
      days: 0,
      verdict: 'insufficient',
      after: { figure: { kind: 'insufficient', n: 0 } },
    });
  });

  it('takes no other stage for a placebo in which something began within the same days, but for one from earlier', () => {
    const during = action({ actionId: 'b', stageId: 'demo', day: '2026-11-01' });
    const earlier = action({ actionId: 'b', stageId: 'demo', day: '2026-07-04' });
    const placeboOf = (other: CorrectiveAction) =>
      report([action(), other]).actions.find(({ actionId }) => actionId === 'a1')?.placebo.stageIds;

    expect(placeboOf(during)).toEqual([]);
    expect(placeboOf(earlier)).toEqual(['demo']);
  });

  it('counts what else was recorded for the stage in these days', () => {
    const { actions } = report([
      action(),
      action({ actionId: 'b', day: '2026-11-01' }),
      action({ actionId: 'c', day: '2026-05-01' }),
    ]);

    expect(actions.map(({ actionId, alsoRecorded }) => [actionId, alsoRecorded])).toEqual([
      ['b', 1],
      ['a1', 1],
      ['c', 0],
    ]);
  });

  it('says that the stage was a bottleneck when something was done about it', () => {
    const [found] = report([action()], { way: badQuarter }).actions;

    expect(found).toMatchObject({ wasBottleneck: true, verdict: 'improved' });
    expect(report([action({ stageId: 'demo' })], { way: badQuarter }).actions[0]?.wasBottleneck).toBe(false);
  });
});
