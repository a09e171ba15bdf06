import { DAY_MS, type Estimate, STALL_RULES, stalledRules, type VisitTable } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { finishedVisits } from '../../../shared/src/analytics/finished-visits.ts';
import { knownVisits } from '../../../shared/src/analytics/known-visits.ts';
import { stallFlags } from '../../../shared/src/analytics/stall-rules.ts';
import { pastVerdicts } from '../../../shared/src/model/past-verdicts.ts';
import { readBpi2012 } from '../../support/bpi2012.ts';
import { day, SALES } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';
import { PLAIN, simulatedDeals, twoStages } from '../../support/simulated-deals.ts';

const WEEKS = Array.from({ length: 8 }, (_, week) => day(150 + 7 * week));

/** Offers that are won are won within days, those that are lost within weeks: age tells them apart. */
const withSlowLosses: typeof PLAIN = (stageId, onDay, owner) => {
  if (stageId !== 'offer') return PLAIN(stageId, onDay, owner);
  const isGood = Math.floor(onDay * 1000) % 2 === 0;
  return isGood ? { to: { won: 1 }, meanDays: 4 } : { to: { lost: 1 }, meanDays: 30 };
};

describe('stalledRules', () => {
  it('repeats the comparison of rules on a real log (BPI 2012), its nine test landmarks', async () => {
    const { table, pipeline } = await readBpi2012();
    const landmarks = Array.from({ length: 9 }, (_, week) => Date.UTC(2011, 11, 19 + 7 * week));
    const logEndsAt = Date.UTC(2012, 2, 14, 16);
    const report = stalledRules({ table, pipeline, landmarks, asOf: logEndsAt, horizonDays: 30 });

    expect(report).toMatchObject({ rows: 7080, unresolved: 124 });
    // Published to two or three digits.
    const published = {
      own: [0.37, 0.125, 0.462, 0.49, 0.137],
      'older-than-won': [0.39, 0.139, 0.463, 0.51, 0.16],
      'older-than-advanced': [0.35, 0.131, 0.448, 0.46, 0.136],
      'older-than-closed': [0.23, 0.11, 0.406, 0.31, 0.076],
      'fixed-14-days': [0.28, 0.161, 0.406, 0.36, 0.134],
      'fixed-30-days': [0.05, 0.146, 0.348, 0.07, 0.023],
    };
    for (const figures of report.rules) {
      const { flaggedShare, winRateFlagged, winRateUnflagged, lossesCaught, winsFlagged } = figures;
      const got = [flaggedShare, winRateFlagged, winRateUnflagged, lossesCaught, winsFlagged].map(valueOf);
      for (const [place, expected] of published[figures.rule].entries()) {
        expect(Math.abs(got[place]! - expected), `${figures.rule} ${place}`).toBeLessThanOrEqual(0.006);
      }
    }
    for (const { precision, winRateFlagged, leadDaysMedian } of report.rules) {
      expect(valueOf(precision)).toBeCloseTo(1 - valueOf(winRateFlagged), 12);
      expect(leadDaysMedian).toBeGreaterThan(0);
    }
  });

  it('knows at a landmark nothing that came later', () => {
    const whole = simulatedDeals({ seed: 2, deals: 800, days: 300, way: PLAIN });
    const landmark = day(150);
    const cut: VisitTable = {
      ...whole,
      ...Object.fromEntries(
        (['exit', 'toStage', 'exitedAt'] as const).map((column) => [column, asOpen(whole, column, landmark)]),
      ),
    };
    const flagsOf = (table: VisitTable) => {
      const past = { table, pipeline: twoStages(), at: landmark, horizonDays: 30 };
      const known = knownVisits(table, twoStages(), day(300));
      const asked = { stageIds: known.stageIds, finished: finishedVisits(known) };
      const flags = stallFlags(asked, landmark, pastVerdicts(past));
      return STALL_RULES.map((rule) =>
        [0, 1].flatMap((stage) => [1, 5, 10, 15, 20, 25, 30, 40, 60].map((age) => flags[rule](stage, age * DAY_MS))),
      );
    };

    expect(flagsOf(cut)).toEqual(flagsOf(whole));
    expect(new Set(flagsOf(whole).flat())).toEqual(new Set([true, false]));
  });

  it('catches losses that come late, early enough to act, and says how sure it is', () => {
    const table = simulatedDeals({ seed: 5, deals: 2500, days: 300, way: withSlowLosses });
    const { rules } = stalledRules({ table, pipeline: twoStages(), landmarks: WEEKS, asOf: day(300), horizonDays: 30 });
    const own = rules[0]!;

    expect(own.rule).toBe('own');
    expect(valueOf(own.winRateFlagged)).toBeLessThan(valueOf(own.winRateUnflagged) / 2);
    expect(own.leadDaysMedian).toBeGreaterThan(3);
    for (const share of [own.precision, own.lossesCaught, own.winsFlagged, own.flaggedShare]) {
      expect(share).toMatchObject({ kind: 'estimate', level: 0.95 });
      if (share.kind === 'estimate') expect(share.low).toBeLessThan(share.high!);
    }
  });

  it('measures lead from the first landmark that flagged a lost deal', () => {
    const lines = ['new 40d, lost', 'new 2d, won'];
    const table = salesTable(SALES, lines, 30);
    const landmarks = [day(10), day(15), day(22), day(38)];
    const { rules, rows } = stalledRules({ table, pipeline: SALES, landmarks, asOf: day(60), horizonDays: 7 });
    const fixed = rules.find(({ rule }) => rule === 'fixed-14-days');

    expect(rows).toBe(4 * 30);
    expect(fixed).toMatchObject({ leadDaysMedian: 25, leadDeals: 30, precision: { value: 1 } });
    expect(fixed).toMatchObject({ flaggedShare: { value: 0.75 }, winsFlagged: { kind: 'insufficient' } });
  });

  it.each([
    ['all open', ['new 900d, demo']],
    ['closed at creation', ['won']],
    ['loops', ['new 15d, demo 15d, new 15d, demo']],
    ['parked', ['waiting 90d, lost']],
  ])('says insufficient, never an error, for logs of a kind: %s', (_, lines) => {
    const table = salesTable(SALES, lines, 30);
    const { rows, rules } = stalledRules({
      table,
      pipeline: SALES,
      landmarks: [day(10), day(40)],
      asOf: day(60),
      horizonDays: 30,
    });

    expect(rows).toBe(0);
    for (const { precision, leadDaysMedian } of rules) {
      expect(precision.kind).toBe('insufficient');
      expect(leadDaysMedian).toBeNull();
    }
  });
});

/** A column in which visits that ended later are as open ones are. */
function asOpen(table: VisitTable, column: 'exit' | 'toStage' | 'exitedAt', landmark: number) {
  const open = { exit: 0, toStage: -1, exitedAt: Number.NaN }[column];
  return table[column].map((value, row) => (table.exitedAt[row]! > landmark ? open : value));
}

function valueOf(estimate: Estimate): number {
  return estimate.kind === 'estimate' ? estimate.value : Number.NaN;
}
