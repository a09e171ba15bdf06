import {
  coachingEvidence,
  dealsBehindCoaching,
  dealsBehindReps,
  repEvidence,
  type ReportQuestion,
} from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { aDealRead, aRecord, aTimeline, day, SALES } from '../../support/builders.ts';
import { aQuestion } from '../../support/report-questions.ts';
import { foldedTable } from '../../support/sales-table.ts';

interface Planted {
  readonly line: string;
  readonly owners: string;
  readonly from?: number;
}

function questionAbout(planted: readonly Planted[]): ReportQuestion {
  const records = planted.map(({ line, owners, from = 0 }, place) =>
    aRecord(
      aDealRead({
        dealId: String(1 + place),
        createdAt: day(from),
        histories: {
          dealstage: aTimeline(line, day(from)),
          hubspot_owner_id: aTimeline(owners, day(from)),
          amount: aTimeline('100', day(from)),
        },
      }),
    ),
  );
  return aQuestion(foldedTable(SALES, records));
}

const idsIn = ({ table }: ReportQuestion, deals: readonly number[] | null) =>
  deals === null ? null : deals.map((deal) => table.dealIds[deal]);

/** The months of the question are January to March; it is of day 90, 5 April. */
describe('dealsBehindReps', () => {
  const question = questionAbout([
    { line: 'new 5d, demo 10d, won', owners: '11' },
    { line: 'new 5d, demo 10d, lost', owners: '11 8d, 12' }, // Moved on by 11, lost by 12.
    { line: 'new 100d, won', owners: '12' },
    { line: 'new 100d, won', owners: '11 87d, 12' }, // Of 12 since after the months.
  ]);
  const behind = (row: string, column: string) => idsIn(question, dealsBehindReps(question, { row, column }));

  it('goes by whoever owned the deal then, and never by the owner now', () => {
    expect(behind('11', 'owned')).toEqual(['1', '2', '4']);
    expect(behind('11', 'lost')).toEqual([]);
    expect(behind('12', 'lost')).toEqual(['2']);
    expect(behind('11', 'won')).toEqual(['1']);
    expect(behind('11', 'moves.new')).toEqual(['1', '2']);
    expect(behind('12', 'moves.demo')).toEqual(['2']);
    expect(behind('12', 'led-on.demo')).toEqual([]);
  });

  it('lists as many deals as the report counts', () => {
    for (const { ownerId, owned, won, lost } of repEvidence(question).rows) {
      expect([ownerId, behind(ownerId, 'owned')?.length]).toEqual([ownerId, owned]);
      expect([behind(ownerId, 'won')?.length, behind(ownerId, 'lost')?.length]).toEqual([won, lost]);
    }
  });

  it('has no cell of nobody, and none that the report has not', () => {
    expect(behind('', 'owned')).toBeNull();
    expect(behind('11', 'ratio')).toBeNull();
    expect(behind('11', 'moves.nowhere')).toBeNull();
    expect(behind('11', 'owned.new')).toBeNull();
    expect(behind('99', 'owned')).toEqual([]);
  });
});

describe('dealsBehindCoaching', () => {
  const past = Array.from({ length: 60 }, (_, place) => ({
    line: place % 3 === 0 ? 'new 25d, lost' : `new ${4 + (place % 2)}d, won`,
    owners: '11',
    from: place % 3 === 0 ? 50 : 70,
  }));
  const question = questionAbout([
    ...past,
    { line: 'new', owners: '11', from: 40 },
    { line: 'new', owners: '11 30d, 12', from: 40 }, // Stalled with 12 by now.
    { line: 'new 6d, demo', owners: '12', from: 80 },
  ]);
  const behind = (row: string, column: string) => idsIn(question, dealsBehindCoaching(question, { row, column }));

  it('lists the stalled deals of each owner, and of the pipeline', () => {
    expect(behind('11', 'stalled')).toEqual(['61']);
    expect(behind('12', 'stalled')).toEqual(['62']);
    expect(behind('team', 'stalled')?.toSorted()).toEqual(['61', '62']);
  });

  it('lists as many deals as changed, by weeks and by owner', () => {
    const { rows, team } = coachingEvidence(question);
    let counted = 0;
    for (const [row, changes] of [
      ...rows.map((each) => [each.ownerId, each.changes] as const),
      ['team', team.changes] as const,
    ]) {
      for (const { measure, now, before } of changes ?? []) {
        counted += now + before;
        expect([row, measure, behind(row, `now.${measure}`)?.length]).toEqual([row, measure, now]);
        expect([row, measure, behind(row, `before.${measure}`)?.length]).toEqual([row, measure, before]);
      }
    }
    expect(counted).toBeGreaterThan(100);
  });

  it('has no cell that the report has not', () => {
    for (const column of ['now.closed', 'later.won', 'owned', ''])
      expect([column, behind('11', column)]).toEqual([column, null]);
    expect(behind('', 'stalled')).toBeNull();
  });
});
