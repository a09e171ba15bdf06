import {
  DAY_MS,
  type Outcomes,
  type ExitOutcomeKind,
  outcomesAt,
  type Estimated,
  seededRandom,
} from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPipelineModel } from '../../../shared/src/model/build-pipeline-model.ts';
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

function outcomesOf(model: ReturnType<typeof modelOf>, stageId: string, ageDays: number, days: readonly number[]) {
  const outcomes = outcomesAt(model, stageId, ageDays * DAY_MS, days);
  if (outcomes === null || !('kinds' in outcomes))
    throw new Error(`Expected outcomes, got ${JSON.stringify(outcomes)}.`);
  return outcomes;
}

const told = (estimates: Outcomes['stillThere'], place = 0): Estimated => {
  const estimate = estimates[place];
  if (estimate?.kind !== 'estimate') throw new Error('Expected an estimate.');
  return estimate;
};

const shareOf = (outcomes: Outcomes, kind: ExitOutcomeKind, place = 0): number => {
  const shares = outcomes.kinds.find((each) => each.kind === kind)?.shares;
  return shares === undefined ? 0 : told(shares, place).value;
};

describe('outcomesAt', () => {
  const mixed = modelOf(
    ['new 4d, demo 10d, offer', 'new 4d, demo 10d, won', 'new 4d, demo 20d, lost', 'new 4d, demo 10d, new 30d, lost'],
    30,
  );

  it('tells what had become of comparable visits by each day: on, over a stage, back, won, lost, still there', () => {
    const outcomes = outcomesOf(mixed, 'demo', 0, [5, 15, 30]);

    expect(outcomes).toMatchObject({ n: 120, days: [5, 15, 30] });
    expect(told(outcomes.stillThere, 0).value).toBeGreaterThan(0.9);
    expect(shareOf(outcomes, 'advanced', 1)).toBeCloseTo(1 / 4, 2);
    expect(shareOf(outcomes, 'back', 1)).toBeCloseTo(1 / 4, 2);
    expect(shareOf(outcomes, 'won', 1)).toBeCloseTo(1 / 4, 2);
    expect(shareOf(outcomes, 'lost', 1)).toBeLessThan(0.1);
    expect(shareOf(outcomes, 'lost', 2)).toBeCloseTo(1 / 4, 2);
    expect(told(outcomes.stillThere, 2).value).toBeLessThan(0.02);
  });

  it('tells a move over a stage from one to the next', () => {
    const outcomes = outcomesOf(modelOf(['new 4d, demo', 'new 4d, offer', 'new 4d, offer'], 20), 'new', 0, [10]);

    expect(shareOf(outcomes, 'advanced')).toBeCloseTo(1 / 3, 2);
    expect(shareOf(outcomes, 'skipped')).toBeCloseTo(2 / 3, 2);
    expect(outcomes.ways.map(({ toStageId }) => toStageId)).toEqual(['offer', 'demo']);
  });

  it('asks only of the visits that were still there at the age', () => {
    const outcomes = outcomesOf(mixed, 'demo', 14, [30]);

    expect(outcomes.n).toBe(30);
    expect(shareOf(outcomes, 'lost')).toBeGreaterThan(0.95);
  });

  it('counts open visits as at least this long: they neither stay for ever nor vanish', () => {
    // Half of the visits are seen for 10 days only; of those seen longer all are lost by day 20.
    const model = modelOf(['new 20d, lost', 'demo 80d, new'], 40);

    expect(shareOf(outcomesOf(model, 'new', 0, [30]), 'lost')).toBeGreaterThan(0.9);
  });

  it('shares of all kinds and of those still there sum to 1 on every day, and no exit is ever taken back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('won', 'lost', 'offer', 'new'), fc.integer({ min: 1, max: 60 })), {
          minLength: 10,
          maxLength: 60,
        }),
        fc.integer({ min: 0, max: 50 }),
        (visits, ageDays) => {
          const model = modelOf(
            visits.map(([to, days]) => `demo ${days}d, ${to}`),
            1,
            120,
          );
          const outcomes = outcomesOf(model, 'demo', ageDays, [0, 1, 7, 30, 400]);
          for (const [place] of outcomes.days.entries()) {
            const left = outcomes.kinds.map(({ shares }) => told(shares, place));
            const sum = left.reduce((total, { value }) => total + value, told(outcomes.stillThere, place).value);
            expect(sum).toBeCloseTo(1, 9);
            for (const { value, low, high } of left) expect(low <= value && value <= high! && high! <= 1).toBe(true);
          }
          for (const { shares } of outcomes.ways)
            for (const [place] of shares.entries())
              if (place > 0)
                expect(told(shares, place).value).toBeGreaterThanOrEqual(told(shares, place - 1).value - 1e-12);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('holds the truth in its interval about as often as it claims', () => {
    // Of visits still there at day 10, those bound to be lost at day 40 are 0.2 of 0.6; half of all leave at day 5 or 20.
    const random = seededRandom(5);
    let held = 0;
    for (let log = 0; log < 80; log += 1) {
      const lines = Array.from({ length: 60 }, () => {
        const u = random();
        return u < 0.4 ? 'demo 5d, won' : u < 0.8 ? 'demo 20d, offer' : 'demo 40d, lost';
      });
      const outcomes = outcomesOf(modelOf(lines, 1, 120), 'demo', 10, [60]);
      const { low, high } = told(outcomes.kinds.find(({ kind }) => kind === 'lost')!.shares);
      if (low <= 1 / 3 && 1 / 3 <= high!) held += 1;
    }

    // 76 of 80 is 95 %; the 99 % range of the binomial is 70 to 80.
    expect(held).toBeGreaterThanOrEqual(70);
  });

  it('says too little is known below ten finished visits, and nothing of stages that it does not know', () => {
    expect(outcomesAt(modelOf(['new 5d, won'], 9), 'new', 0, [30])).toEqual({ kind: 'insufficient', n: 9, needed: 10 });
    expect(outcomesAt(mixed, 'won', 0, [30])).toBeNull();
  });
});
