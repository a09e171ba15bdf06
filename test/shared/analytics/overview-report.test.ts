import { overviewReport, type OverviewFigureId, type OverviewReport, seededRandom } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { aDealRead, aRecord, aTimeline, day, SALES } from '../../support/builders.ts';
import { aQuestion, days } from '../../support/report-questions.ts';
import { foldedTable } from '../../support/sales-table.ts';

interface Deals {
  readonly line: string;
  readonly from: number;
  readonly amount?: string;
  readonly times?: number;
}

/** As of day 90; the period is days 60 to 90, the one before days 30 to 60. */
function report(groups: readonly Deals[]): OverviewReport {
  const reads = groups.flatMap(({ line, from, amount = '1000', times = 1 }, group) =>
    Array.from({ length: times }, (_, place) =>
      aDealRead({
        dealId: String(10_000 * (group + 1) + place),
        createdAt: day(from),
        histories: { dealstage: aTimeline(line, day(from)), amount: aTimeline(amount, day(from)) },
      }),
    ),
  );
  const table = foldedTable(
    SALES,
    reads.map((read) => aRecord(read)),
  );
  return overviewReport(aQuestion(table, { calendar: days(30, 60, 90) }));
}

const figureOf = ({ figures }: OverviewReport, id: OverviewFigureId) => figures.find(({ figure }) => figure === id)!;

describe('overviewReport', () => {
  it('counts deals where they began and where they first closed, and sums the amounts it knows', () => {
    const made = report([
      { line: 'new 5d, won', from: 61, times: 3 },
      { line: 'new 5d, won', from: 62, amount: '' },
      { line: 'new 5d, lost', from: 40, times: 2 },
      { line: 'new 20d, lost', from: 50, times: 4 },
      { line: 'new', from: 70, amount: '500', times: 2 },
    ]);

    expect(figureOf(made, 'new-deals')).toMatchObject({ now: { value: 6 }, before: { value: 6 } });
    expect(figureOf(made, 'won-deals')).toMatchObject({ now: { value: 4 }, before: { value: 0 } });
    expect(figureOf(made, 'won-value')).toMatchObject({ now: { value: 3000, n: 3 }, withoutAmount: 1 });
    expect(figureOf(made, 'open-deals')).toMatchObject({ now: { value: 2 }, before: { value: 4 } });
    expect(figureOf(made, 'open-value')).toMatchObject({ now: { value: 1000 }, before: { value: 4000 } });
  });

  it('says what the win rate is of, and tells a clear change from none', () => {
    const clear = report([
      { line: 'new 5d, won', from: 62, times: 40 },
      { line: 'new 5d, lost', from: 62, times: 20 },
      { line: 'new 5d, won', from: 32, times: 20 },
      { line: 'new 5d, lost', from: 32, times: 40 },
    ]);
    const same = report([
      { line: 'new 5d, won', from: 62, times: 30 },
      { line: 'new 5d, lost', from: 62, times: 30 },
      { line: 'new 5d, won', from: 32, times: 28 },
      { line: 'new 5d, lost', from: 32, times: 32 },
    ]);

    expect(figureOf(clear, 'win-rate')).toMatchObject({
      now: { value: 40 / 60, n: 60 },
      of: { now: 60, before: 60 },
      change: { verdict: 'up', difference: 20 / 60 },
    });
    expect(figureOf(same, 'win-rate').change.verdict).toBe('no-clear-change');
  });

  it('takes the deal that closed after it was first seen for won, and leaves out the one that was closed by then', () => {
    const made = report([
      { line: 'new[IMPORT] 5d, won', from: 62 },
      { line: 'won[IMPORT]', from: 62 },
    ]);

    expect(figureOf(made, 'won-deals').now).toEqual({ kind: 'counted', value: 1, n: 1 });
  });

  it('calls no change clear below twenty deals, and says so', () => {
    const made = report([{ line: 'new 5d, won', from: 62, times: 15 }]);

    expect(figureOf(made, 'won-deals').change).toEqual({
      verdict: 'insufficient',
      difference: 15,
      low: null,
      high: null,
    });
    expect(figureOf(made, 'win-rate').now).toEqual({ kind: 'insufficient', n: 15, needed: 20 });
    expect(figureOf(made, 'cycle-days').change.verdict).toBe('insufficient');
  });

  it('calls at most one in twenty changes of value clear where deals of any size come as they did before', () => {
    let [clear, said] = [0, 0];
    for (let seed = 1; seed <= 60; seed += 1) {
      const made = report(steady(seed));
      const { verdict } = figureOf(made, 'won-value').change;
      if (verdict !== 'insufficient') said += 1;
      if (verdict === 'up' || verdict === 'down') clear += 1;
    }

    expect(said).toBeGreaterThan(50);
    expect(clear / said).toBeLessThanOrEqual(0.1); // At 5 % a seventh of 60 is what chance allows in one of a hundred runs.
  });
});

/** Thirty or so wins in each period, of amounts between 100 and 10,000. */
function steady(seed: number): readonly Deals[] {
  const random = seededRandom(seed);
  return Array.from({ length: 60 }, () => ({
    line: 'new 1d, won',
    from: 30 + Math.floor(random() * 59),
    amount: String(Math.round(100 * 100 ** random())),
  }));
}
