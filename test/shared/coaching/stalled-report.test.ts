import { DAY_MS, parseStalledReport, stalledReport } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { dealsBehindStalled } from '../../../shared/src/analytics/deals-behind-stalled.ts';
import { chanceFallen } from '../../../shared/src/coaching/rules/chance-fallen.ts';
import { closeDatePassed } from '../../../shared/src/coaching/rules/close-date-passed.ts';
import { noNextActivity } from '../../../shared/src/coaching/rules/no-next-activity.ts';
import { silence } from '../../../shared/src/coaching/rules/silence.ts';
import { writeEvidence } from '../../../shared/src/coaching/write-text.ts';
import { winAt } from '../../../shared/src/model/win-at.ts';
import { aDealThrough, aRecord, day, SALES } from '../../support/builders.ts';
import { aQuestion } from '../../support/report-questions.ts';
import { foldedTable } from '../../support/sales-table.ts';
import { type Waiting, WAITING_AS_OF as AS_OF, waitingRecord } from '../../support/waiting-deals.ts';

/** As of day 90: wins come within six days, losses after fifty. */
const PAST = ['new 4d, won', 'new 6d, won', 'new 50d, lost'];

function questionAbout(waiting: readonly Waiting[]) {
  const past = Array.from({ length: 20 }, () => PAST).flat();
  const records = past.map((line, place) => aRecord(aDealThrough(line, { dealId: String(5001 + place) })));
  return aQuestion(foldedTable(SALES, [...records, ...waiting.map(waitingRecord)]));
}

describe('stalledReport', () => {
  it('finds the zombies, the most at stake first, and leaves fresh deals alone', () => {
    const question = questionAbout([
      { days: 40, amount: '1000' },
      { days: 2, amount: '90000' },
      { days: 45, amount: '5000' },
      { days: 41 },
      { days: 42, stage: 'waiting', amount: '800' },
    ]);
    const report = stalledReport(question);
    const stakeOf = (age: number, amount: number) => {
      const ever = winAt(question.shownModel(), 'new', age * DAY_MS)?.ever;
      return ever?.kind === 'estimate' ? Math.round(ever.value * amount * 100) / 100 : Number.NaN;
    };

    expect(report.verdicts).toEqual({
      open: 4,
      stalled: 3,
      onTrack: 1,
      unjudged: 0,
      waiting: 0,
      stalledWithoutAmount: 1,
      stalledWithoutChance: 0,
    });
    expect(report.rows.map(({ dealId, valueAtStake }) => [dealId, valueAtStake])).toEqual([
      ['3', stakeOf(45, 5000)],
      ['1', stakeOf(40, 1000)],
      ['4', null],
    ]);
    expect(report.amount).toBe(6000);
    expect(report.valueAtStake).toBeCloseTo(stakeOf(45, 5000) + stakeOf(40, 1000), 9);
    expect(parseStalledReport(JSON.parse(JSON.stringify(report)))).toEqual(JSON.parse(JSON.stringify(report)));
  });

  it('adds up: stages to the whole, verdicts to the open deals, and the deals behind each', () => {
    const question = questionAbout([
      { days: 40, amount: '1000' },
      { days: 44, amount: '10.01' },
      { days: 1 },
      { days: 30, stage: 'demo', amount: '7' },
      { days: 30, stage: 'gone', amount: '7' },
    ]);
    const { verdicts, stages, amount, valueAtStake } = stalledReport(question);
    const sum = (of: (stage: (typeof stages)[number]) => number) =>
      stages.reduce((total, stage) => total + of(stage), 0);

    expect(stages.map(({ stage }) => stage.stageId)).toEqual(['new', 'demo', 'offer', 'gone']);
    expect(verdicts.stalled + verdicts.onTrack + verdicts.unjudged).toBe(verdicts.open);
    expect(verdicts).toMatchObject({ open: 5, stalled: 2, unjudged: 2 });
    expect([sum(({ open }) => open), sum(({ stalled }) => stalled)]).toEqual([verdicts.open, verdicts.stalled]);
    expect([sum((stage) => stage.amount), sum((stage) => stage.valueAtStake)]).toEqual([amount, valueAtStake]);
    for (const { cell, stalled, stage } of stages) {
      const row = cell.slice(0, cell.lastIndexOf(':'));
      expect(dealsBehindStalled(question, { row, column: 'stalled' })).toHaveLength(stalled);
      expect(row).toBe(stage.stageId);
    }
    expect(dealsBehindStalled(question, { row: '', column: 'unjudged' })).toHaveLength(2);
    expect(dealsBehindStalled(question, { row: 'nowhere', column: 'stalled' })).toBeNull();
    expect(dealsBehindStalled(question, { row: '', column: 'constructor' })).toBeNull();
  });

  it('says why in the numbers of the verdict, and nothing that is not among them', () => {
    const [row] = stalledReport(questionAbout([{ days: 40, amount: '1000' }])).rows;
    const { now, reference, rule } = row!.verdict;

    expect(rule).toBe('probability-drop');
    expect(row!.evidence).toEqual([
      { name: 'ageDays', value: 40, unit: 'days' },
      { name: 'atEntry', value: reference, unit: 'share' },
      { name: 'now', value: now, unit: 'share' },
    ]);
    for (const each of row!.evidence) {
      expect(row!.reason.en).toContain(writeEvidence(each, { language: 'en', currency: 'EUR' }));
      expect(row!.reason.fr).toContain(writeEvidence(each, { language: 'fr', currency: 'EUR' }));
    }
  });

  it('calls a deal of unknown age stalled or unjudged, never on track, and says "at least"', () => {
    const { verdicts, rows } = stalledReport(
      questionAbout([
        { days: 40, isOld: true },
        { days: 1, isOld: true },
      ]),
    );

    expect(verdicts).toMatchObject({ stalled: 1, onTrack: 0, unjudged: 1 });
    expect(rows[0]).toMatchObject({ isAtLeast: true, ageDays: 40 });
    expect(rows[0]!.reason.en).toContain('at least');
  });

  it.each([
    ['silence', { notes_last_contacted: String(AS_OF - 20 * DAY_MS) }, undefined, silence.remedy],
    ['nothing planned', { notes_last_contacted: String(AS_OF - 2 * DAY_MS) }, undefined, noNextActivity.remedy],
    ['a close date gone by', { notes_next_activity_date: String(day(95)) }, day(80), closeDatePassed.remedy],
    ['none of it', { notes_next_activity_date: String(day(95)) }, day(99), chanceFallen.remedy],
  ])('suggests what its record calls for: %s', (_, facts, closeDate, remedy) => {
    const waiting = { days: 40, facts, ...(closeDate === undefined ? {} : { closeDate }) };

    expect(stalledReport(questionAbout([waiting])).rows[0]!.nextStep).toEqual(remedy);
  });

  it('names no next activity once it has passed', () => {
    const plannedFor = (at: number) => ({ days: 40, facts: { notes_next_activity_date: String(at) } });
    const { rows } = stalledReport(questionAbout([plannedFor(AS_OF - 1), plannedFor(AS_OF)]));

    expect(new Set(rows.map(({ nextActivityAt }) => nextActivityAt))).toEqual(new Set([AS_OF, null]));
  });

  it('tells of filtered deals what it tells of them among all: the verdict is the pipeline’s', () => {
    const question = questionAbout([
      { days: 40, amount: '1000', facts: { dealtype: 'rare' } },
      { days: 44, amount: '1000' },
    ]);
    const { filters, table, stamp } = question;
    const rare = aQuestion(table, { filters: { ...filters, dealType: 'rare' }, stamp });
    const [all, some] = [stalledReport(question), stalledReport(rare)];

    expect(some.rowsInAll).toBe(1);
    expect(all.rows).toContainEqual(some.rows[0]);
    expect(some.flagQuality).toEqual(all.flagQuality);
  });

  it('says what the flag was worth on the pipeline’s past; nothing where there was none', () => {
    const { flagQuality } = stalledReport(questionAbout([]));

    expect(flagQuality?.rules.map(({ rule }) => rule)[0]).toBe('own');
    expect(flagQuality?.rows).toBeGreaterThan(60);
    expect(stalledReport(aQuestion(foldedTable(SALES, [waitingRecord({ days: 3 }, 0)]))).flagQuality).toBeNull();
  });

  it('lists those that wait with reason apart, the first to end first, from the day on which somebody said so', () => {
    const question = questionAbout([{ days: 40 }, { days: 41 }, { days: 2 }, { days: 44 }]);
    const snoozes = new Map([
      ['1', { reason: 'Budget', untilDay: '2026-09-01', setAt: AS_OF }],
      ['3', { reason: 'Holidays', untilDay: '2026-05-01', setAt: AS_OF - DAY_MS }],
      ['4', { reason: 'Set two days later', untilDay: '2026-09-01', setAt: AS_OF + 2 * DAY_MS }],
      ['99', { reason: 'Of another pipeline', untilDay: '2026-09-01', setAt: AS_OF }],
    ]);
    const report = stalledReport({ ...question, snoozes });
    const { waiting: _waiting, verdicts, ...others } = report;
    const { waiting: _count, ...older } = verdicts;

    expect(verdicts).toMatchObject({ open: 4, stalled: 2, onTrack: 0, unjudged: 0, waiting: 2 });
    expect(report.rows.map(({ dealId }) => dealId)).toEqual(['4', '2']);
    expect(report.waiting?.map(({ dealId, reason }) => [dealId, reason])).toEqual([
      ['3', 'Holidays'],
      ['1', 'Budget'],
    ]);
    expect(parseStalledReport(structuredClone(report))).toEqual(report);
    expect(parseStalledReport({ ...others, verdicts: older })).toMatchObject({
      waiting: null,
      verdicts: { waiting: null },
    });
  });
});
