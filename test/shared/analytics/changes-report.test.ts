import {
  CHANGE_KINDS,
  changesReport,
  type ChangesReport,
  foldShard,
  overviewReport,
  parseChangesReport,
  type PipelineModel,
  type PresentRead,
  type ReportQuestion,
} from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealsBehindChanges } from '../../../shared/src/analytics/changes-report.ts';
import { buildPipelineModel } from '../../../shared/src/model/build-pipeline-model.ts';
import { winAt } from '../../../shared/src/model/win-at.ts';
import { DAY_MS } from '../../../shared/src/history/instant.ts';
import { anyRecords } from '../../support/arbitraries.ts';
import { aDealRead, aRecord, aTimeline, CARE, day, SALES, someIndex, START } from '../../support/builders.ts';
import { aQuestion, days } from '../../support/report-questions.ts';
import { foldedTable, salesTable } from '../../support/sales-table.ts';

const MODEL: PipelineModel = buildPipelineModel({
  table: salesTable(
    SALES,
    Array.from(
      { length: 40 },
      (_, i) => `new ${1 + (i % 9)}d, demo ${2 + (i % 7)}d, offer 5d, ${i % 3 ? 'lost' : 'won'}`,
    ),
  ),
  pipeline: SALES,
  asOf: day(90),
  horizonDays: 7,
  seed: 1,
  position: {},
});

interface Planted {
  readonly line: string;
  readonly startsAt?: number;
  readonly createdAt?: number;
  readonly amounts?: string;
  readonly closeDates?: string;
}

function dealOf(
  { line, startsAt = START, amounts = '100', createdAt, closeDates }: Planted,
  place: number,
): PresentRead {
  return aDealRead({
    dealId: String(1 + place),
    createdAt: createdAt ?? startsAt,
    histories: {
      dealstage: aTimeline(line, startsAt),
      amount: amounts === '' ? [] : aTimeline(amounts, startsAt),
      closedate: closeDates === undefined ? [] : aTimeline(closeDates, startsAt),
    },
  });
}

/** Between day 20 and day 50, as of day 90. */
function questionAbout(...planted: readonly Planted[]): ReportQuestion {
  const records = planted.map((each, place) => aRecord(dealOf(each, place)));
  const table = foldShard(records, someIndex(SALES, CARE)).get('sales') ?? foldedTable(SALES, records);
  return aQuestion(table, { calendar: days(-10, 20, 50), shownModel: () => MODEL });
}

const cents = (major: number): number => Math.round(major * 100);

/** The rest that the steps leave of each of the three sums: nothing. */
function restOf({ before, after, steps }: ChangesReport): readonly number[] {
  const sumOf = (of: (step: ChangesReport['steps'][number]) => number): number =>
    steps.reduce((sum, step) => sum + of(step), 0);
  return [
    before.deals + sumOf(({ deals }) => deals) - after.deals,
    cents(before.amount) + sumOf(({ amount }) => cents(amount)) - cents(after.amount),
    cents(before.expected) + sumOf(({ expected }) => cents(expected)) - cents(after.expected),
  ];
}

const stepsOf = (report: ChangesReport) =>
  Object.fromEntries(
    report.steps.filter(({ affected }) => affected > 0).map(({ kind, deals, amount }) => [kind, [deals, amount]]),
  );

describe('changesReport', () => {
  it.each<readonly [string, Planted, Readonly<Record<string, readonly number[]>>]>([
    ['a new deal', { line: 'new 5d, demo', startsAt: day(30) }, { new: [1, 100] }],
    ['one that moved on', { line: 'new 30d, demo' }, { 'moved-on': [0, 0] }],
    ['one that skipped', { line: 'new 30d, offer' }, { 'moved-on': [0, 0] }],
    ['one that moved back', { line: 'new 2d, offer 30d, demo' }, { 'moved-back': [0, 0] }],
    ['one that went on and came back', { line: 'new 30d, demo 4d, new' }, { 'moved-back': [0, 0] }],
    ['one that was parked', { line: 'new 30d, waiting' }, { 'moved-back': [0, 0] }],
    ['one that waited', { line: 'new 60d, demo' }, { waited: [0, 0] }],
    ['one that was won', { line: 'new 30d, won', amounts: '100 25d, 140' }, { won: [-1, -100] }],
    ['one that was lost', { line: 'new 30d, lost' }, { lost: [-1, -100] }],
    ['one that was won before', { line: 'new 3d, won' }, {}],
    ['one that came and was won', { line: 'new 5d, won', startsAt: day(30) }, { new: [1, 100], won: [-1, -100] }],
    ['one that was won at once', { line: 'won', startsAt: day(30) }, {}],
    ['one that was reopened', { line: 'new 3d, lost 30d, demo' }, { reopened: [1, 100] }],
    ['one that grew', { line: 'new', amounts: '100 25d, 140.1' }, { waited: [0, 0], 'amount-up': [0, 40.1] }],
    ['one that shrank', { line: 'new', amounts: '100 25d, 40' }, { waited: [0, 0], 'amount-down': [0, -60] }],
    ['one that got its amount', { line: 'new', amounts: ' 25d, 40' }, { waited: [0, 0], 'amount-up': [0, 40] }],
    [
      'one that was pushed',
      { line: 'new', closeDates: `${day(60)} 25d, ${day(80)}` },
      { waited: [0, 0], pushed: [0, 0] },
    ],
    [
      'one that was pulled in',
      { line: 'new', closeDates: `${day(80)} 25d, ${day(60)}` },
      { waited: [0, 0], 'pulled-in': [0, 0] },
    ],
    ['one that went to another pipeline', { line: 'new 30d, welcome' }, { 'moved-out': [-1, -100] }],
    ['one that came from another pipeline', { line: 'welcome 30d, new' }, { 'moved-in': [1, 100] }],
    ['one that was away for a while', { line: 'new 3d, welcome 30d, new' }, { 'moved-in': [1, 100] }],
  ])('tells of %s, and sums to the difference', (_, planted, expected) => {
    const report = changesReport(questionAbout(planted));

    expect(stepsOf(report)).toEqual(expected);
    expect(restOf(report)).toEqual([0, 0, 0]);
    expect(report.steps.map(({ kind }) => kind)).toEqual(CHANGE_KINDS);
  });

  it('splits what is expected: first by stage and age, at the amount of then, and then by the amount', () => {
    const { before, after, steps } = changesReport(questionAbout({ line: 'new 30d, demo', amounts: '100 25d, 300' }));
    const chance = (stageId: string, ageDays: number): number => {
      const ever = winAt(MODEL, stageId, ageDays * DAY_MS)?.ever;
      return ever?.kind === 'estimate' ? ever.value : Number.NaN;
    };
    const expectedOf = (kind: string) => steps.find((step) => step.kind === kind)!.expected;

    expect(before.expected).toBe(Math.round(10_000 * chance('new', 20)) / 100);
    expect(after.expected).toBe(Math.round(30_000 * chance('demo', 20)) / 100);
    expect(expectedOf('moved-on')).toBeCloseTo(100 * (chance('demo', 20) - chance('new', 20)), 1);
    expect(expectedOf('amount-up')).toBeCloseTo(200 * chance('demo', 20), 1);
  });

  it('counts deals without an amount, or without a chance that could be told, and sums the others', () => {
    const { before } = changesReport(
      questionAbout({ line: 'new', amounts: '' }, { line: 'new 1d, gone', amounts: '70' }, { line: 'new' }),
    );

    expect(before).toMatchObject({ deals: 3, amount: 170, withoutAmount: 1, withoutChance: 1 });
  });

  it('starts and ends with the open deals of the overview', () => {
    const question = questionAbout(
      { line: 'new 30d, demo', amounts: '100 25d, 300' },
      { line: 'new 5d, won 30d, new' },
      { line: 'new 2d, waiting' },
      { line: 'new 20d, lost' },
      { line: 'new 5d, won', startsAt: day(45) },
      { line: 'new', amounts: '' },
    );
    const { before, after } = changesReport(question);
    const [value, deals] = overviewReport(question).figures;

    expect([deals!.before, deals!.now]).toMatchObject([{ value: before.deals }, { value: after.deals }]);
    expect([value!.before, value!.now]).toMatchObject([{ value: before.amount }, { value: after.amount }]);
  });

  it('lists the largest changes first, each with then and now, and leaves out who only waited', () => {
    const { rows, rowsInAll } = changesReport(
      questionAbout(
        { line: 'new' },
        { line: 'new 30d, won', amounts: '9000' },
        { line: 'new 30d, demo 5d, offer', amounts: '100', closeDates: `${day(60)} 25d, ${day(80)}` },
      ),
    );

    expect(rowsInAll).toBe(2);
    expect(rows.map(({ dealId, kinds }) => [dealId, kinds])).toEqual([
      ['2', ['won']],
      ['3', ['moved-on', 'pushed']],
    ]);
    expect(rows[1]).toMatchObject({
      fromStage: { stageId: 'new' },
      toStage: { stageId: 'offer' },
      closeThenAt: day(60),
      closeNowAt: day(80),
    });
  });

  it('sums to the difference to the cent, in all three sums, whatever the histories and the dates', () => {
    const minute = fc.integer({ min: 0, max: 13 }).map((minutes) => START + minutes * 60_000);
    fc.assert(
      fc.property(anyRecords, minute, minute, minute, (records, a, b, c) => {
        const [fromAt = 0, toAt = 0, asOf = 0] = [a, b, c].toSorted((x, y) => x - y);
        const table = foldShard(records, someIndex(SALES, CARE)).get('sales');
        fc.pre(table !== undefined && fromAt < toAt);
        const { period, previous } = days(-10, 20, 50);
        const question = aQuestion(table, {
          calendar: { period: { ...period, fromAt, toAt }, previous },
          stamp: { asOf, position: {}, modelVersion: '1' },
          shownModel: () => MODEL,
        });
        const report = changesReport(question);

        expect(restOf(report)).toEqual([0, 0, 0]);
        expect(parseChangesReport(JSON.parse(JSON.stringify(report)))).toEqual(JSON.parse(JSON.stringify(report)));
        for (const { cell, affected } of report.steps) {
          expect(dealsBehindChanges(question, { row: '', column: cell })).toHaveLength(affected);
        }
        expect(dealsBehindChanges(question, { row: '', column: 'before' })).toHaveLength(report.before.deals);
        expect(dealsBehindChanges(question, { row: '', column: 'after' })).toHaveLength(report.after.deals);
      }),
    );
  });
});
