import { DAY_MS, type Estimate, type Estimated, seededRandom, winAt } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { buildPipelineModel } from '../../../shared/src/model/build-pipeline-model.ts';
import { eversIn } from '../../../shared/src/model/win-at.ts';
import { day, SALES } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';

const modelOf = (lines: readonly string[], times: number, asOfDays = 90) =>
  buildPipelineModel({
    table: salesTable(SALES, lines, times),
    pipeline: SALES,
    asOf: day(asOfDays),
    horizonDays: 30,
    seed: 1,
    position: {},
  });

function told(estimate: Estimate | undefined): Estimated {
  if (estimate?.kind !== 'estimate') throw new Error(`Expected an estimate, got ${JSON.stringify(estimate)}.`);
  return estimate;
}

describe('winAt', () => {
  it('measures the chance, and says how many visits it rests on', () => {
    const { withinHorizon, ever } = winAt(modelOf(['new 5d, won', 'new 5d, won', 'new 50d, lost'], 40), 'new', 0)!;

    expect(told(withinHorizon)).toMatchObject({ n: 120, level: 0.95, from: 'stage' });
    expect(told(withinHorizon).value).toBeCloseTo(2 / 3, 2);
    expect(told(ever).value).toBeCloseTo(2 / 3, 2);
  });

  it('knows at which age the wins are over, and rests on those still there then', () => {
    const model = modelOf(['new 5d, won', 'new 5d, won', 'new 50d, lost'], 40);

    const later = told(winAt(model, 'new', 20 * DAY_MS)?.withinHorizon);

    expect(later.n).toBe(40);
    expect(later.value).toBeLessThan(0.01);
    expect(told(winAt(model, 'new', 20 * DAY_MS)?.atEntry).value).toBeCloseTo(2 / 3, 2);
  });

  it('is surer with more deals', () => {
    const [few, many] = [15, 150].map((times) =>
      told(winAt(modelOf(['new 5d, won', 'new 9d, lost'], times), 'new', 0)?.withinHorizon),
    );

    expect(many!.high! - many!.low).toBeLessThan((few!.high! - few!.low) / 2);
  });

  it('is not sure of never when nobody was ever won', () => {
    const { value, low, high } = told(winAt(modelOf(['new 5d, lost'], 30), 'new', 0)?.ever);

    expect(value).toBe(0);
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(0.05);
  });

  it('is not sure of always when nobody was ever lost', () => {
    const { value, low, high } = told(winAt(modelOf(['new 5d, won'], 30), 'new', 0)?.ever);

    expect(value).toBeGreaterThan(0.95);
    expect(low).toBeLessThan(0.97);
    expect(high).toBeLessThanOrEqual(1);
  });

  it('counts a deal that goes straight to a post-win stage as won', () => {
    const { ever } = winAt(modelOf(['new 5d, thanks', 'new 5d, lost'], 20), 'new', 0)!;

    expect(told(ever).value).toBeCloseTo(1 / 2, 2);
  });

  it('counts among the wins of any time those that come after the horizon, at once or through a later stage', () => {
    const model = modelOf(['new 60d, won', 'new 4d, lost', 'demo 3d, new 60d, won', 'demo 3d, lost'], 40, 150);

    for (const [stageId, ageDays, ever] of [
      ['new', 0, 2 / 3],
      ['new', 10, 1],
      ['demo', 0, 1 / 3],
    ] as const) {
      const chance = winAt(model, stageId, ageDays * DAY_MS)!;
      expect(told(chance.withinHorizon).value).toBeLessThan(0.01);
      expect(told(chance.ever).value).toBeCloseTo(ever, 1.7);
    }
  });

  it('counts deals that are never resolved as not won', () => {
    const model = modelOf(['new 5d, won', 'new', 'new', 'new'], 20, 400);

    const { ever } = winAt(model, 'new', 0)!;

    expect(told(ever).value).toBeCloseTo(1 / 4, 2);
    expect(model.stages[0]!.stillThereShare).toBeCloseTo(3 / 4, 6);
  });

  it('says too little is known while fewer than twenty visits could be watched for the whole horizon', () => {
    const tooLittle = { kind: 'insufficient', n: 19, needed: 20 };
    expect(winAt(modelOf(['new 5d, won'], 19), 'new', 0)).toEqual({
      withinHorizon: tooLittle,
      ever: tooLittle,
      atEntry: tooLittle,
      everAtEntry: tooLittle,
    });
    expect(winAt(modelOf(['new 5d, won'], 100, 29), 'new', 0)?.ever).toMatchObject({ kind: 'insufficient', n: 0 });
  });

  it('says too little is known of a stage whose deals were never seen to end', () => {
    expect(winAt(modelOf(['new 5d, demo'], 50), 'demo', 0)?.ever).toMatchObject({ kind: 'insufficient', n: 0 });
  });

  it('tells the chance of any time alone as it tells it beside the horizon’s', () => {
    const model = modelOf(['new 5d, won', 'new 9d, demo 3d, won', 'new 50d, lost', 'new 7d, demo 40d, lost'], 40);
    const everOf = eversIn(model);

    for (const stageId of ['new', 'demo', 'offer', 'won', 'never heard of']) {
      for (const ageDays of [-1, 0, 0.3, 4, 20, 49, 400]) {
        const whole = winAt(model, stageId, ageDays * DAY_MS);
        const alone = whole === null ? null : { ever: whole.ever, everAtEntry: whole.everAtEntry };
        expect(everOf(stageId, ageDays * DAY_MS)).toEqual(alone);
      }
    }
  });

  it('is null for closed stages and for stages where nobody ever was', () => {
    const model = modelOf(['new 5d, won'], 30);

    expect(winAt(model, 'won', 0)).toBeNull();
    expect(winAt(model, 'offer', 0)).toBeNull();
  });

  it('holds the truth in its interval about as often as it claims', () => {
    // A deal moves on with 1/2 after 4 days, else is lost after 8; then it is won with 1/2 after 6, else lost after 12.
    const truth = 1 / 4;
    const random = seededRandom(3);
    const lineOf = (): string => {
      if (random() < 0.5) return 'new 8d, lost';
      return random() < 0.5 ? 'new 4d, demo 6d, won' : 'new 4d, demo 12d, lost';
    };

    let held = 0;
    for (let log = 0; log < 60; log += 1) {
      const lines = Array.from({ length: 80 }, lineOf);
      const { low, high } = told(winAt(modelOf(lines, 1), 'new', 0)?.ever);
      if (low <= truth && truth <= high!) held += 1;
    }

    // 57 of 60 is 95 %; fewer than 50 or all but certain intervals would show a broken claim.
    expect(held).toBeGreaterThanOrEqual(50);
  });
});
