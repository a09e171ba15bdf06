import {
  type DealRecord,
  hygieneReport,
  overviewReport,
  parseOverviewReport,
  type RecordFigureId,
  type ReportQuestion,
  stalledReport,
} from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { dealsBehindOverview } from '../../../shared/src/coaching/deals-behind-overview.ts';
import { aDealRead, aDealThrough, aRecord, aTimeline, day, SALES } from '../../support/builders.ts';
import { aQuestion, days } from '../../support/report-questions.ts';
import { foldedTable } from '../../support/sales-table.ts';

interface Group {
  readonly line: string;
  readonly from: number;
  readonly amount?: string;
  readonly closeDates?: string;
  readonly times?: number;
}

/** As of day 90; the period is days 60 to 90, the one before days 30 to 60. Losses come late: who waits for long is stalled. */
function questionAbout(groups: readonly Group[], past = PAST): ReportQuestion {
  const planted = groups.flatMap(({ line, from, amount = '1000', closeDates = String(day(400)), times = 1 }, group) =>
    Array.from({ length: times }, (_, place) =>
      aRecord(
        aDealRead({
          dealId: String(10_000 * (group + 1) + place),
          createdAt: day(from),
          histories: {
            dealstage: aTimeline(line, day(from)),
            amount: amount === '' ? [] : aTimeline(amount, day(from)),
            closedate: aTimeline(closeDates, day(from)),
          },
        }),
      ),
    ),
  );
  return aQuestion(foldedTable(SALES, [...past, ...planted]), { calendar: days(30, 60, 90) });
}

const PAST: readonly DealRecord[] = Array.from({ length: 60 }, (_, place) =>
  aRecord(
    aDealThrough(place % 3 === 0 ? 'new 25d, lost' : `new ${4 + (place % 2)}d, won`, { dealId: String(1 + place) }),
  ),
);

const figureOf = (question: ReportQuestion, id: RecordFigureId) =>
  overviewReport(question).recordFigures!.find(({ figure }) => figure === id)!;

describe('the stalled value of the overview', () => {
  it('is that of the stalled deals at the end of the period, against those at its beginning', () => {
    const question = questionAbout([
      { line: 'new', from: 58, amount: '1000', times: 2 }, // Two days old at the beginning.
      { line: 'new', from: 30, amount: '500' }, // Stalled at both.
      { line: 'new 50d, lost', from: 25, amount: '70' }, // At the beginning alone.
      { line: 'new', from: 59, amount: '' },
      { line: 'new', from: 88, amount: '9000' },
    ]);

    expect(figureOf(question, 'stalled-value')).toMatchObject({
      now: { kind: 'counted', value: 2500, n: 3 },
      before: { kind: 'counted', value: 570, n: 2 },
      withoutAmount: 1,
      change: { verdict: 'insufficient', difference: 1930 },
    });
    expect(stalledReport(question).amount).toBe(2500);
  });

  it('tells a clear change from what comes and goes by chance', () => {
    const more = questionAbout([{ line: 'new', from: 58, times: 30 }]);
    const asMany = questionAbout([
      { line: 'new', from: 58, times: 15 },
      { line: 'new 50d, lost', from: 20, times: 14 },
    ]);

    expect(figureOf(more, 'stalled-value').change).toMatchObject({ verdict: 'up', difference: 30_000 });
    expect(figureOf(asMany, 'stalled-value').change).toMatchObject({ verdict: 'no-clear-change', difference: 1000 });
    expect(figureOf(more, 'stalled-value').better).toBe('down');
  });

  it('leads to the deals behind it', () => {
    const question = questionAbout([
      { line: 'new', from: 50 },
      { line: 'new', from: 88 },
    ]);
    const behind = dealsBehindOverview(question, { row: '', column: 'stalled-value' });

    expect(behind?.map((deal) => question.table.dealIds[deal])).toEqual(['10000']);
  });
});

describe('the hygiene score of the overview', () => {
  const clean = { line: 'new 5d, demo 10d, offer 10d, won', times: 40 };
  const skipping = { line: 'new 5d, offer 10d, won', times: 40 };

  it('is that of the hygiene report, of this period and of the one before', () => {
    const question = questionAbout([
      { ...clean, from: 32 },
      { ...clean, from: 61, times: 20 },
      { ...skipping, from: 62, times: 20 },
      { line: 'new', from: 80, closeDates: '', times: 10 },
    ]);
    const { now, before, change } = figureOf(question, 'hygiene-score');
    const [of, ofBefore] = [
      hygieneReport(question),
      hygieneReport({ ...question, calendar: { ...question.calendar, period: question.calendar.previous } }),
    ];
    const asNow = (points: typeof of) =>
      points.faults.filter(({ isAsNow }) => isAsNow).reduce((sum, { points: own }) => sum + own, 0);

    expect(now).toEqual({ kind: 'counted', value: of.score, n: of.moves + of.openDeals });
    expect(before).toMatchObject({ kind: 'counted', n: ofBefore.moves + ofBefore.openDeals });
    expect(before.kind === 'counted' && before.value).toBeCloseTo(
      (ofBefore.score ?? 0) + asNow(ofBefore) - asNow(of),
      9,
    );
    expect(change.difference).toBeCloseTo(
      (now.kind === 'counted' ? now.value : 0) - (before.kind === 'counted' ? before.value : 0),
      9,
    );
  });

  it('falls clearly where records became worse, and does not where the few that did may be chance', () => {
    const worse = questionAbout([
      { ...clean, from: 32 },
      { ...skipping, from: 62 },
    ]);
    const asBad = questionAbout([
      { ...clean, from: 32 },
      { ...skipping, from: 33, times: 6 },
      { ...clean, from: 62 },
      { ...skipping, from: 63, times: 8 },
    ]);
    const few = questionAbout(
      [
        { ...clean, from: 32, times: 4 },
        { ...skipping, from: 62, times: 4 },
      ],
      PAST.slice(0, 0),
    );

    expect(figureOf(worse, 'hygiene-score').change.verdict).toBe('down');
    expect(figureOf(asBad, 'hygiene-score').change.verdict).toBe('no-clear-change');
    expect(figureOf(few, 'hygiene-score').change.verdict).toBe('insufficient');
  });

  it('says that there is nothing to look at', () => {
    expect(figureOf(questionAbout([{ line: 'waiting', from: 1 }], []), 'hygiene-score')).toMatchObject({
      now: { kind: 'insufficient', n: 0, needed: 1 },
      change: { verdict: 'insufficient', difference: null },
    });
  });

  it('leads to the deals with any fault in the period', () => {
    const question = questionAbout([
      { ...clean, from: 61, times: 3 },
      { ...skipping, from: 62, times: 2 },
    ]);
    const behind = dealsBehindOverview(question, { row: '', column: 'hygiene-score' });

    expect(behind?.map((deal) => question.table.dealIds[deal])).toEqual(['20000', '20001']);
  });
});

describe('parseOverviewReport', () => {
  it('reads what the report says, and the answer of an API that does not tell of records yet', () => {
    const report = overviewReport(questionAbout([{ line: 'new', from: 50 }]));
    const { recordFigures: _records, ...older } = report;

    expect(parseOverviewReport(structuredClone(report))).toEqual(report);
    expect(parseOverviewReport(older).recordFigures).toBeNull();
  });
});
