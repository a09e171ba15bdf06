import { DAY_MS, dealsBehindFocus, type FocusReport, focusReport, parseFocusReport } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { closeDatePassed } from '../../../shared/src/coaching/rules/close-date-passed.ts';
import { noNextActivity } from '../../../shared/src/coaching/rules/no-next-activity.ts';
import { silence } from '../../../shared/src/coaching/rules/silence.ts';
import { slowerThanWon } from '../../../shared/src/coaching/rules/slower-than-won.ts';
import { writeEvidence } from '../../../shared/src/coaching/write-text.ts';
import { winAt } from '../../../shared/src/model/win-at.ts';
import { wilsonInterval } from '../../../shared/src/statistics/wilson-interval.ts';
import { aDealThrough, aRecord, aTimeline, day, SALES } from '../../support/builders.ts';
import { aQuestion } from '../../support/report-questions.ts';
import { foldedTable } from '../../support/sales-table.ts';
import { type Waiting, WAITING_AS_OF as AS_OF, waitingRecord } from '../../support/waiting-deals.ts';

/** As of day 90: nine of ten end within 20 days and are won, six of them after 20; the others last 40 and are lost. */
const PAST_DAYS = [4, 8, 12, 20, 20, 20, 20, 20, 20];
const PAST = [...PAST_DAYS.map((days) => `new ${days}d, won`), 'new 40d, lost'];
const PLANNED = { notes_next_activity_date: String(AS_OF + DAY_MS) };

function questionAbout(waiting: readonly Waiting[], past: readonly string[] = PAST) {
  const lines = Array.from({ length: 10 }, () => past).flat();
  const records = lines.map((line, place) => aRecord(aDealThrough(line, { dealId: String(5001 + place) })));
  return aQuestion(foldedTable(SALES, [...records, ...waiting.map(waitingRecord)]));
}

const signs = (deals: FocusReport['rows']) => deals.map(({ dealId, sign }) => [dealId, sign]);

describe('focusReport', () => {
  it('puts each open deal into one list, those to work on by amount × the chance that is measured at their age', () => {
    const question = questionAbout([
      { days: 30, amount: '1000', facts: PLANNED },
      { days: 15, amount: '5000', facts: PLANNED },
      { days: 5, amount: '90000', facts: PLANNED },
      { days: 5, amount: '3000' },
      { days: 30, facts: PLANNED },
      { days: 6, amount: '70000' },
      { days: 9, stage: 'waiting', amount: '40' },
      { days: 16, facts: PLANNED },
    ]);
    const snoozes = new Map([['6', { reason: 'Budget', untilDay: '2026-09-01', setAt: AS_OF }]]);
    const asked = { ...question, snoozes };
    const report = focusReport(asked);
    const stakeOf = (age: number, amount: number) => {
      const ever = winAt(question.shownModel(), 'new', age * DAY_MS)?.ever;
      return ever?.kind === 'estimate' ? Math.round(ever.value * amount * 100) / 100 : Number.NaN;
    };

    expect(report.rows.map(({ dealId, sign, valueAtStake }) => [dealId, sign, valueAtStake])).toEqual([
      ['2', 'late-soon', stakeOf(15, 5000)],
      ['4', 'record', stakeOf(5, 3000)],
      ['1', 'stalled', stakeOf(30, 1000)],
    ]);
    // The likeliest to be won first, and not the oldest.
    expect(signs(report.withoutAmount)).toEqual([
      ['8', 'late-soon'],
      ['5', 'stalled'],
    ]);
    expect(report.withoutAmount[0]).toMatchObject({ valueAtStake: null, lessLater: null });
    expect(signs(report.parked)).toEqual([['7', 'parked']]);
    expect(report.counts).toEqual({
      open: 7,
      focus: 3,
      withoutAmount: 2,
      calm: 1,
      waiting: 1,
      lateSoon: 2,
      withoutChance: 0,
      parked: 1,
      lost: 0,
    });
    expect(report.valueAtStake).toBeCloseTo(stakeOf(15, 5000) + stakeOf(5, 3000) + stakeOf(30, 1000), 9);
    expect(report.headline.en).toBe(
      'Open deals that ask for attention: 5 of 7. About to pass, within 7\u00a0days, the usual time of their stage: 2.',
    );
    const { focus, withoutAmount, calm, waiting, lateSoon, parked, lost } = report.counts;
    const cells = { focus, 'without-amount': withoutAmount, calm, waiting, 'late-soon': lateSoon, parked, lost };
    for (const [column, count] of Object.entries(cells))
      expect([column, dealsBehindFocus(asked, { row: '', column })?.length]).toEqual([column, count]);
    expect(dealsBehindFocus(asked, { row: '', column: 'constructor' })).toBeNull();
    expect(dealsBehindFocus(asked, { row: 'new', column: 'focus' })).toBeNull();
    expect(parseFocusReport(structuredClone(report))).toEqual(report);
  });

  it.each([
    [12, null],
    [12.9, null],
    [13, 'late-soon'],
    [20, 'late-soon'],
    [20.1, 'late'],
  ])('tells a week before that a deal will have been there longer than eight of ten: at %s days %s', (days, sign) => {
    // All are won: nothing may call a deal stalled.
    const past = [...PAST_DAYS, 40].map((each) => `new ${each}d, won`);
    const question = questionAbout([{ days, amount: '10', facts: PLANNED }], past);
    const [row] = focusReport(question).rows;

    expect(row?.sign ?? null).toBe(sign);
    if (row === undefined) return;
    expect(row.usualDays).toMatchObject({ kind: 'estimate', value: 20, n: 101 });
    expect(row.nextStep).toEqual(slowerThanWon.remedy);
    expect(row.evidence.map(({ name, value }) => [name, value])).toEqual([
      ['ageDays', days],
      ['visits', 101],
      ['usualDays', 20],
      ...(sign === 'late' ? [] : [['leftDays', 20 - days]]),
    ]);
    for (const each of row.evidence) {
      const isBare = each.name === 'visits';
      expect(row.reason.en).toContain(writeEvidence(each, { language: 'en', currency: 'EUR', isBare }));
      expect(row.reason.fr).toContain(writeEvidence(each, { language: 'fr', currency: 'EUR', isBare }));
    }
  });

  it.each([
    ['silence', { notes_last_contacted: String(AS_OF - 20 * DAY_MS) }, undefined, silence],
    ['nothing planned', {}, undefined, noNextActivity],
    ['a close date gone by', PLANNED, day(80), closeDatePassed],
  ])('lists a deal for what its record shows: %s', (_, facts, closeDate, rule) => {
    const waiting = { days: 5, amount: '10', facts, ...(closeDate === undefined ? {} : { closeDate }) };
    const [row] = focusReport(questionAbout([waiting])).rows;

    expect(row).toMatchObject({ sign: 'record', reason: rule.title, nextStep: rule.remedy, evidence: [] });
  });

  it('leaves a deal alone that has only just come into its stage, unless its close date has passed', () => {
    const { counts, rows } = focusReport(
      questionAbout([
        { days: 1, amount: '10' },
        { days: 1, amount: '20', closeDate: day(80) },
      ]),
    );

    expect(counts.calm).toBe(1);
    expect(rows.map(({ dealId, reason }) => [dealId, reason])).toEqual([['2', closeDatePassed.title]]);
  });

  it('tells what the chance is of deals still there two weeks later, and what that comes to', () => {
    const question = questionAbout([{ days: 8.5, amount: '1000' }]);
    const { rows, laterDays } = focusReport(question);
    const everAt = (age: number) => winAt(question.shownModel(), 'new', age * DAY_MS)?.ever;
    const row = rows[0]!;
    const [now, later] = [everAt(8.5), everAt(8.5 + laterDays)];

    expect(laterDays).toBe(14);
    expect(row.winEver).toEqual(now);
    expect(row.winEverLater).toEqual(later);
    if (now?.kind !== 'estimate' || later?.kind !== 'estimate') throw new Error('Both chances are known.');
    expect(later.value).toBeLessThan(now.value);
    expect(row.lessLater).toBeCloseTo(1000 * (now.value - later.value), 2);
  });

  it('calls it no loss where the chance is higher for those still there later', () => {
    const [row] = focusReport(questionAbout([{ days: 2.5, amount: '1000' }], ['new 4d, lost', 'new 30d, won'])).rows;
    const [now, later] = [row?.winEver, row?.winEverLater];

    if (now?.kind !== 'estimate' || later?.kind !== 'estimate') throw new Error('Both chances are known.');
    expect(later.value).toBeGreaterThan(now.value);
    expect(row?.lessLater).toBe(0);
  });

  it('guesses no chance where none is measured: such deals follow by amount, and are in no value', () => {
    const { rows, counts, valueAtStake } = focusReport(
      questionAbout([
        { days: 5, stage: 'gone', amount: '70' },
        { days: 5, stage: 'gone', amount: '900' },
        { days: 5, amount: '10' },
      ]),
    );

    expect(rows.map(({ dealId }) => dealId)).toEqual(['3', '2', '1']);
    expect(rows[1]).toMatchObject({ valueAtStake: null, lessLater: null, winEver: { kind: 'insufficient' } });
    expect(counts.withoutChance).toBe(2);
    expect(valueAtStake).toBe(rows[0]?.valueAtStake);
  });

  it('says "at least" of a deal of unknown age', () => {
    const [row] = focusReport(questionAbout([{ days: 21, amount: '10', isOld: true }])).rows;

    expect(row?.isAtLeast).toBe(true);
    expect(row?.reason.en).toContain('at least');
  });

  it('has nothing to tell of a pipeline without deals, and says so', () => {
    const { filters, table } = questionAbout([{ days: 5 }], []);
    const report = focusReport(aQuestion(table, { filters: { ...filters, dealType: 'rare' } }));

    expect(report.headline.en).toBe('No open deal asks for attention now.');
    expect([report.rows, report.withoutAmount, report.parked, report.lost]).toEqual([[], [], [], []]);
    expect(report.winBack).toMatchObject({ lostLong: 0, reopenedShare: null, wonShare: null });
    expect(report.winBack.headline.en).toContain('No deal has stayed lost');
    expect(parseFocusReport(structuredClone(report))).toEqual(report);
  });
});

describe('the deals to win back', () => {
  const stamp = { asOf: day(400), position: {}, modelVersion: '1' };
  const about = (lines: readonly string[], overrides: Parameters<typeof aDealThrough>[1] = {}) => {
    const records = lines.map((line, place) =>
      aRecord(aDealThrough(line, { dealId: String(1 + place), ...overrides })),
    );
    return aQuestion(foldedTable(SALES, records), { stamp });
  };

  it('are those lost 90 to 365 days ago, with where, how long ago and for which reason', () => {
    // As of day 400 these are lost since 366, 365, 90 and 89 days.
    const { lost, counts } = focusReport(
      about(['new 34d, lost', 'new 30d, demo 5d, lost', 'new 310d, lost', 'new 311d, lost'], {
        facts: { closed_lost_reason: 'Price' },
      }),
    );

    expect(lost.map(({ dealId, lostDays, stage }) => [dealId, lostDays, stage?.stageId])).toEqual([
      ['3', 90, 'new'],
      ['2', 365, 'demo'],
    ]);
    expect(lost[0]).toMatchObject({ reason: 'Price', amount: null, isAtLeast: false });
    expect(counts.lost).toBe(2);
  });

  it('come with the larger amount first, those without one last, and without those that wait with reason', () => {
    const records = [undefined, '10', '300', '2000'].map((amount, place) =>
      aRecord(
        aDealThrough('new 100d, lost', {
          dealId: String(1 + place),
          histories: amount === undefined ? {} : { amount: aTimeline(amount) },
        }),
      ),
    );
    const question = aQuestion(foldedTable(SALES, records), { stamp });
    const snoozes = new Map([['4', { reason: 'Next year', untilDay: '2027-09-01', setAt: 0 }]]);

    expect(focusReport({ ...question, snoozes }).lost.map(({ dealId, amount }) => [dealId, amount])).toEqual([
      ['3', 300],
      ['2', 10],
      ['1', null],
    ]);
  });

  it('come with what became of those that stayed lost so long before: reopened later, and won, of all', () => {
    const { winBack } = focusReport(
      about([
        'new 5d, lost',
        'new 5d, lost 89d, new 5d, won',
        'new 5d, lost 90d, new 5d, won',
        'new 5d, lost 200d, demo 5d, lost',
        'new 5d, lost 200d, demo',
        'new 5d, lost 120d, won',
        'new 350d, lost',
      ]),
    );
    const share = (hits: number) => ({ value: hits / 5, ...wilsonInterval(hits, 5), level: 0.95, n: 5 });

    expect(winBack).toMatchObject({ lostLong: 5, reopened: 3, won: 1, daysFrom: 90, daysTo: 365 });
    expect(winBack.reopenedShare).toMatchObject(share(3));
    expect(winBack.wonShare).toMatchObject(share(1));
    expect(winBack.headline.en).toBe(
      'Deals that stayed lost for 90\u00a0days or longer: 5. Opened again: 3, of these won by now: 1.',
    );
  });

  it('have no chance where nobody has reopened one yet', () => {
    const { winBack } = focusReport(about(['new 5d, lost', 'new 9d, lost']));

    expect(winBack).toMatchObject({ lostLong: 2, reopened: 0, reopenedShare: null, wonShare: null });
    expect(winBack.headline.en).toContain('Nobody has reopened one yet');
    expect(winBack.headline.fr).toContain('Personne n’en a encore rouvert');
  });

  it('are chosen by the filters, and measured by the whole pipeline', () => {
    const question = about(['new 5d, lost 100d, new 5d, won', 'new 100d, lost']);
    const { filters, table } = question;
    const none = focusReport(aQuestion(table, { stamp, filters: { ...filters, dealType: 'rare' } }));

    expect(none.lost).toEqual([]);
    expect(none.winBack).toEqual(focusReport(question).winBack);
  });
});
