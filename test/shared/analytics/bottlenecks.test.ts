import { bottlenecks, restrictedMean, kaplanMeier } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { day, SALES } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';
import { PLAIN, simulatedDeals, twoStages } from '../../support/simulated-deals.ts';

const previous = { fromAt: day(90), toAt: day(180) };
const period = { fromAt: day(180), toAt: day(270) };
const question = { pipeline: twoStages(), period, previous, asOf: day(270) };

function report({ seed = 1, deals = 1500, way = PLAIN } = {}) {
  return bottlenecks({ table: simulatedDeals({ seed, deals, days: 270, way }), ...question });
}

/** In the last period visits of demo take twice as long. */
const slowerDemo: typeof PLAIN = (stageId, onDay, owner) =>
  stageId === 'demo' && onDay >= 180 ? { to: { offer: 0.5, lost: 0.5 }, meanDays: 20 } : PLAIN(stageId, onDay, owner);
/** In the last period offers are lost more often. */
const losingOffer: typeof PLAIN = (stageId, onDay, owner) =>
  stageId === 'offer' && onDay >= 180 ? { to: { won: 0.25, lost: 0.75 }, meanDays: 15 } : PLAIN(stageId, onDay, owner);

describe('bottlenecks', () => {
  it('finds the stage that became slower, and says by how much', () => {
    const [demo, offer] = report({ way: slowerDemo }).stages;

    expect(demo).toMatchObject({
      reason: 'slower',
      dwell: { verdict: 'slower' },
      losses: { verdict: 'no-clear-change' },
    });
    expect(demo?.dwell.difference).toMatchObject({ kind: 'estimate' });
    expect(offer?.reason).toBeNull();
  });

  it('calls no stage a bottleneck for minutes: it tells that the stage became slower, and leaves it at that', () => {
    const minutes: typeof PLAIN = (stageId, onDay, owner) =>
      stageId === 'demo'
        ? { to: { offer: 0.5, lost: 0.5 }, meanDays: onDay >= 180 ? 0.04 : 0.01 }
        : PLAIN(stageId, onDay, owner);
    const [demo] = report({ way: minutes }).stages;

    expect(demo?.timeShare).toMatchObject({ kind: 'estimate', value: expect.closeTo(0.005, 2) });
    expect(demo).toMatchObject({ reason: null, dwell: { verdict: 'slower' } });
  });

  it('finds the stage that came to lose more', () => {
    const [demo, offer] = report({ way: losingOffer }).stages;

    expect(offer).toMatchObject({ reason: 'more-losses', losses: { verdict: 'more' } });
    expect(demo?.reason).toBeNull();
  });

  it('tells the stage that takes most of the time, unless two cannot be told apart', () => {
    const even: typeof PLAIN = (stageId) =>
      stageId === 'demo'
        ? { to: { offer: 1 }, meanDays: 10 }
        : stageId === 'offer'
          ? { to: { won: 1 }, meanDays: 10 }
          : null;
    const { stages } = report({ way: slowerDemo });

    // Half of the deals reach offer: 10 days in demo (20 in the end) against 15 × 1/2 in offer.
    expect(report({ way: slowerDemo }).mostTimeStageId).toBe('demo');
    expect(report({ way: even }).mostTimeStageId).toBeNull();
    const shares = stages.map(({ timeShare }) => (timeShare.kind === 'estimate' ? timeShare.value : Number.NaN));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('measures restricted dwell as Kaplan-Meier does where nothing is cut off', () => {
    const table = salesTable(SALES, ['new 3d, lost', 'new 5d, demo', 'new 9d, won'], 10);
    const whole = { fromAt: day(0), toAt: day(50) };
    const [fresh] = bottlenecks({ table, pipeline: SALES, period: whole, previous: whole, asOf: day(50) }).stages;

    const curve = kaplanMeier({ time: [3, 5, 9], event: [1, 1, 1] });
    expect(fresh?.dwell.days).toMatchObject({ value: expect.closeTo(restrictedMean(curve, 90).value, 9), n: 30 });
    expect(fresh?.losses).toMatchObject({ share: { value: 1 / 3, n: 30 }, verdict: 'no-clear-change' });
    expect(fresh?.losses.incidence).toMatchObject({ value: expect.closeTo(1 / 3, 9) });
  });

  it('is wrong in at most 5 % of verdicts where nothing is planted; dwell and losses hold the truth', () => {
    let [said, wrong, intervals, held] = [0, 0, 0, 0];
    const truth = [10 * (1 - Math.exp(-9)), 15 * (1 - Math.exp(-6))];
    for (let seed = 1; seed <= 60; seed += 1) {
      for (const [place, { dwell, losses, reason }] of report({ seed, deals: 600 }).stages.entries()) {
        said += 2;
        if (dwell.verdict === 'slower' || dwell.verdict === 'faster') wrong += 1;
        if (losses.verdict === 'more' || losses.verdict === 'fewer') wrong += 1;
        if (dwell.verdict === 'insufficient') expect(reason).toBeNull();
        for (const [estimate, right] of [
          [dwell.days, truth[place]!],
          [losses.share, 0.5],
        ] as const) {
          if (estimate.kind !== 'estimate') continue;
          intervals += 1;
          if (estimate.low <= right && right <= estimate.high!) held += 1;
        }
      }
    }

    expect(said).toBe(240);
    expect(wrong / said).toBeLessThanOrEqual(0.05);
    expect(intervals).toBeGreaterThan(200);
    expect(held / intervals).toBeGreaterThan(0.9);
    expect(held / intervals).toBeLessThan(0.995);
  });

  it.each([
    ['all open', ['new 900d, demo']],
    ['all won at once', ['new 0ms, won']],
    ['one deal', ['new 200d, demo 20d, lost']],
    ['loops', ['new 100d, demo 50d, new 60d, demo 20d, new']],
  ])('says insufficient, never an error, for logs of a kind: %s', (_, lines) => {
    const { stages } = bottlenecks({ ...question, table: salesTable(SALES, lines, 3), pipeline: SALES });

    for (const { dwell, losses, reason } of stages) {
      expect([dwell.verdict, losses.verdict, reason]).toEqual(['insufficient', 'insufficient', null]);
    }
  });
});
