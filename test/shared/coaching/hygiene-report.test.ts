import {
  foldShard,
  HYGIENE_FAULTS,
  type HygieneFaultId,
  hygieneReport,
  parseHygieneReport,
  type PresentRead,
  type ReportQuestion,
} from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hygieneFindings } from '../../../shared/src/coaching/hygiene-findings.ts';
import { dealsBehindHygiene } from '../../../shared/src/coaching/hygiene-report.ts';
import { POINTS_MAX } from '../../../shared/src/analytics/hygiene-score.ts';
import { aDealRead, aRecord, aTimeline, day, SALES, someIndex, START } from '../../support/builders.ts';
import { anyRecords } from '../../support/arbitraries.ts';
import { aQuestion, days } from '../../support/report-questions.ts';
import { foldedTable } from '../../support/sales-table.ts';

const PERIOD = days(-30, 0, 30);

interface Planted {
  readonly line: string;
  readonly startsAt?: number;
  readonly amount?: string;
  readonly closeDates?: string;
  readonly facts?: Readonly<Record<string, string>>;
}

/** A record that nothing is wrong with, but for what is planted. */
function dealOf({ line, startsAt = START, amount = '100', closeDates, facts }: Planted, place: number): PresentRead {
  return aDealRead({
    dealId: String(1 + place),
    createdAt: startsAt,
    facts: { dealname: `Deal ${place}`, notes_next_activity_date: String(day(200)), ...facts },
    histories: {
      dealstage: aTimeline(line, startsAt),
      amount: amount === '' ? [] : aTimeline(amount, startsAt),
      closedate: closeDates === '' ? [] : aTimeline(closeDates ?? String(day(200)), startsAt),
    },
  });
}

function questionAbout(planted: readonly Planted[], overrides: Parameters<typeof aQuestion>[1] = {}): ReportQuestion {
  const records = planted.map((each, place) => aRecord(dealOf(each, place)));
  return aQuestion(foldedTable(SALES, records), { calendar: PERIOD, ...overrides });
}

const CLEAN: readonly Planted[] = Array.from({ length: 20 }, (_, place) => ({
  line: `new ${2 + (place % 3)}d, demo ${3 + (place % 5)}d, offer`,
  startsAt: START + place * 7_200_000,
}));

function foundIn(question: ReportQuestion): Readonly<Partial<Record<HygieneFaultId, number>>> {
  const { faults } = hygieneReport(question);
  return Object.fromEntries(faults.filter(({ found }) => found > 0).map(({ fault, found }) => [fault, found]));
}

const found = (...planted: readonly Planted[]) => foundIn(questionAbout([...CLEAN, ...planted]));

describe('hygieneReport', () => {
  it('finds nothing in clean records: a hundred points', () => {
    const report = hygieneReport(questionAbout(CLEAN));

    expect(report).toMatchObject({ score: 100, moves: 40, openDeals: 20, casesInAll: 0, cases: [] });
    expect(report.faults.map(({ fault }) => fault)).toEqual(HYGIENE_FAULTS);
  });

  it.each<readonly [HygieneFaultId, Planted]>([
    ['skipped-stage', { line: 'new 3d, offer' }],
    ['moved-back', { line: 'new 3d, demo 2d, new' }],
    ['rushed-moves', { line: 'new 3d, demo 60000ms, offer' }],
    ['imported-move', { line: 'new 3d, demo[IMPORT]' }],
    ['reopened-win', { line: 'new 3d, demo 2d, won 4d, offer' }],
    ['unknown-stage', { line: 'new 3d, gone' }],
    ['close-date-passed', { line: 'new', closeDates: String(day(20)) }],
    ['close-date-pushed', { line: 'new', closeDates: `${day(41)} 2d, ${day(50)} 2d, ${day(60)} 2d, ${day(70)}` }],
    ['no-close-date', { line: 'new', closeDates: '' }],
    ['no-next-activity', { line: 'new', facts: { notes_next_activity_date: String(day(3)) } }],
    ['no-amount', { line: 'new', amount: '' }],
    ['no-amount', { line: 'new', amount: '0' }],
  ])('finds the planted %s, once, and nothing else', (fault, planted) => {
    expect(found(planted)).toEqual({ [fault]: 1 });
  });

  it.each<readonly [string, Planted]>([
    ['a stage that was set right just after the creation', { line: 'new 60000ms, demo' }],
    ['a deal that is parked and taken up again', { line: 'new 3d, demo 2d, waiting 4d, demo' }],
    ['a deal that is parked without a plan', { line: 'new 3d, waiting', facts: { notes_next_activity_date: '' } }],
    ['a lost deal that comes back', { line: 'new 3d, lost 4d, new' }],
    ['an import of the first stage', { line: 'new[IMPORT] 3d, demo' }],
    ['a new deal without an amount yet', { line: 'new', startsAt: day(28), amount: '' }],
    ['a close date that is today', { line: 'new', closeDates: String(day(29.5)) }],
    ['a close date that was pushed twice', { line: 'new', closeDates: `${day(41)} 2d, ${day(50)} 2d, ${day(60)}` }],
    ['a foreign amount without a rate', { line: 'new', facts: { deal_currency_code: 'USD' } }],
    ['a skip after the period', { line: 'new 31d, offer' }],
    ['a skip before the period', { line: 'new 3d, offer', startsAt: day(-20) }],
  ])('leaves alone %s', (_, planted) => {
    expect(found(planted)).toEqual({});
  });

  it('finds moves in bulk from ten within a minute into the same stage on', () => {
    const crowd = (count: number): readonly Planted[] =>
      Array.from({ length: count }, (_, place) => ({ line: 'new 5.5d, demo', startsAt: START + place * 6_000 }));

    expect(found(...crowd(10))).toEqual({ 'bulk-move': 10 });
    expect(found(...crowd(9))).toEqual({});
    expect(found(...crowd(12).map((each, place) => ({ ...each, startsAt: START + place * 30_000 })))).toEqual({});
  });

  it('finds deals that moved on without criteria that could be checked, and asks only those', () => {
    const criteria = {
      stages: {
        new: {
          expectedDays: null,
          guide: '',
          expectedOutcome: null,
          exitCriteria: [
            { kind: 'contact-associated' as const, label: 'A contact', atLeast: 1 },
            { kind: 'close-date-ahead' as const, label: 'Close date ahead' },
            { kind: 'property-set' as const, label: 'Budget', property: 'budget' },
          ],
        },
      },
    };
    const planted: readonly Planted[] = [
      { line: 'new 3d, demo', facts: { num_associated_contacts: '2' } },
      { line: 'new 3d, demo' },
      { line: 'new 3d, demo 2d, offer' },
      { line: 'new' },
    ];
    const { faults } = hygieneReport(questionAbout(planted, { criteria }));

    expect(faults.at(-1)).toMatchObject({ fault: 'criteria-not-met', found: 1, of: 2, isAsNow: true });
  });

  it('counts against the score what the faults cost, to the tenth, and the deals behind each', () => {
    const question = questionAbout([
      ...CLEAN,
      { line: 'new 3d, offer', amount: '1500.5' },
      { line: 'new 3d, offer 1d, new 1d, offer', amount: '' },
    ]);
    const { faults, score, casesInAll, moves } = hygieneReport(question);
    const lost = faults.reduce((sum, { points }) => sum + Math.round(points * 10), 0);
    const skipped = faults[0]!;

    expect(Object.values(POINTS_MAX).reduce((sum, points) => sum + points, 0)).toBe(100);
    expect(score).toBe((1000 - lost) / 10);
    expect(skipped).toMatchObject({ found: 3, of: moves, deals: 2, amount: 1500.5 });
    expect(skipped.points).toBe(Math.round(((8 * 3) / moves / 0.5) * 10) / 10);
    expect(casesInAll).toBe(faults.reduce((sum, { found: own }) => sum + own, 0));
    for (const { cell, deals } of faults) {
      expect(dealsBehindHygiene(question, { row: '', column: cell })).toHaveLength(deals);
    }
    expect(dealsBehindHygiene(question, { row: '', column: 'constructor' })).toBeNull();
  });

  it('shows what rushed moves do to a stage: with them, and without', () => {
    const slow = Array.from({ length: 30 }, (_, place) => ({
      line: 'new 3d, demo 8d, offer',
      startsAt: START + place * 7_200_000,
    }));
    const rushed = Array.from({ length: 70 }, (_, place) => ({
      line: 'new 3d, demo 60000ms, offer',
      startsAt: START + place * 3_600_000,
    }));
    const { effects } = hygieneReport(questionAbout([...slow, ...rushed]));
    const effectOf = (statistic: string) =>
      effects.find((effect) => effect.stage.stageId === 'demo' && effect.statistic === statistic);

    expect(effectOf('dwell-days-median')).toMatchObject({
      all: { value: 60_000 / 86_400_000, n: 100 },
      withoutFaulty: { value: 8, n: 30 },
      visitsLeftOut: 70,
    });
    expect(effectOf('advance-share')).toMatchObject({ all: { n: 100 }, withoutFaulty: { n: 30 }, visitsLeftOut: 70 });
  });

  it('tells the newest cases first, each with where it was and went', () => {
    const { cases } = hygieneReport(
      questionAbout([
        { line: 'new 3d, offer' },
        { line: 'new 5d, offer', amount: '9' },
        { line: 'new 4d, demo 1d, new' },
      ]),
    );

    expect(cases.map(({ dealId, fault }) => [dealId, fault])).toEqual([
      ['2', 'skipped-stage'],
      ['3', 'moved-back'],
      ['1', 'skipped-stage'],
    ]);
    expect(cases[0]).toMatchObject({
      at: day(5),
      stage: { stageId: 'new' },
      toStage: { stageId: 'offer' },
      amount: 9,
      name: 'Deal 1',
    });
  });

  it('finds the same in the moves around the period as in all that were ever made, also in bulk over its beginning', () => {
    const bulk = Array.from({ length: 14 }, (_, place) => ({
      line: 'new 20d, demo',
      startsAt: day(-20) + (3 * place - 20) * 1000,
    }));
    const question = questionAbout([...CLEAN, ...bulk]);
    const [around, ever] = (['period', 'ever'] as const).map((of) => hygieneFindings(question, PERIOD.period, of));

    expect(around!.cases['bulk-move'].length).toBeGreaterThan(0);
    expect(around!.cases['bulk-move'].length).toBeLessThan(10);
    expect([around!.cases, around!.lookedAt]).toEqual([ever!.cases, ever!.lookedAt]);
    fc.assert(
      fc.property(anyRecords, (records) => {
        const table = foldShard(records, someIndex(SALES)).get('sales');
        fc.pre(table !== undefined);
        const asked = aQuestion(table, { calendar: PERIOD });

        expect(hygieneFindings(asked, PERIOD.period, 'period').cases).toEqual(
          hygieneFindings(asked, PERIOD.period, 'ever').cases,
        );
      }),
    );
  });

  it('adds up, and keeps its form, whatever the histories', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const table = foldShard(records, someIndex(SALES)).get('sales');
        fc.pre(table !== undefined);
        const report = hygieneReport(aQuestion(table, { calendar: PERIOD }));
        const sum = (of: (fault: (typeof report.faults)[number]) => number) =>
          report.faults.reduce((total, fault) => total + of(fault), 0);

        expect(parseHygieneReport(JSON.parse(JSON.stringify(report)))).toEqual(JSON.parse(JSON.stringify(report)));
        expect(report.casesInAll).toBe(sum(({ found: own }) => own));
        expect(report.score ?? 100).toBe((1000 - sum(({ points }) => Math.round(points * 10))) / 10);
        for (const { found: own, of, deals: behind, points, pointsMax } of report.faults) {
          expect([own <= of, behind <= own, points <= pointsMax]).toEqual([true, true, true]);
        }
      }),
    );
  });
});
