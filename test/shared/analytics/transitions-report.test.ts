import { type DealRecord, foldShard, mergeDeal, transitionsReport } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDeals } from '../../support/arbitraries.ts';
import { aDealThrough, aRecord, aTimeline, SALES, someIndex } from '../../support/builders.ts';
import { aQuestion, days } from '../../support/report-questions.ts';
import { foldedTable } from '../../support/sales-table.ts';

/** Deals that begin on day 0; the period is days 10 to 30. */
function report(lines: readonly string[], { reasons = [] as readonly (string | null)[] } = {}) {
  const records = lines.map((line, place) =>
    aRecord(
      aDealThrough(line, {
        dealId: String(1001 + place),
        facts: { closed_lost_reason: reasons[place] ?? null },
        histories: { amount: aTimeline('1000') },
      }),
    ),
  );
  return transitionsReport(aQuestion(foldedTable(SALES, records), { calendar: days(0, 10, 30) }));
}

describe('transitionsReport', () => {
  it('counts each move where it happened, by the stage left and the one entered', () => {
    const { moves, now, before } = report([
      'new 12d, demo 3d, offer 2d, won',
      'new 11d, offer 4d, demo 5d, lost',
      'new 5d, demo 9d, lost',
    ]);

    expect(moves.map(({ from, to, kind, count }) => [from.stageId, to?.stageId, kind, count])).toEqual([
      ['new', 'demo', 'advanced', 1],
      ['new', 'offer', 'skipped', 1],
      ['demo', 'lost', 'lost', 2],
      ['demo', 'offer', 'advanced', 1],
      ['offer', 'demo', 'back', 1],
      ['offer', 'won', 'won', 1],
    ]);
    expect(now).toMatchObject({ moves: 7, skips: 1, regressions: 1, reentries: 0, lost: 2 });
    expect(before).toMatchObject({ moves: 1, skips: 0 });
  });

  it('counts the time spent in stages where the deal had been before, and who came back', () => {
    const { now, rework, reworkShare } = report(Array.from({ length: 20 }, () => 'new 8d, demo 4d, new 6d, demo 40d'));

    expect(now).toMatchObject({ reentries: 40, dealsWithReentry: 20, regressions: 20 });
    expect(now.reworkDays).toBeCloseTo(20 * (6 + 12), 9);
    expect(rework.find(({ stage }) => stage.stageId === 'new')).toMatchObject({ reentries: 20, deals: 20, days: 120 });
    expect(reworkShare).toMatchObject({ kind: 'estimate', value: 18 / 20, n: 20 });
  });

  it('says where deals were lost and why, with what they were worth; without a reason is a row of its own', () => {
    const { lossesByStage, lossesByReason } = report(
      ['new 12d, lost', 'new 5d, demo 8d, lost', 'new 5d, demo 9d, lost', 'new 5d, demo 9d, offer'],
      { reasons: ['price', 'price', null] },
    );

    expect(lossesByStage.map(({ stage, lost, amount }) => [stage.stageId, lost, amount])).toEqual([
      ['new', 1, 1000],
      ['demo', 2, 2000],
      ['offer', 0, 0],
    ]);
    expect(lossesByReason.map(({ reason, lost }) => [reason, lost])).toEqual([
      ['price', 2],
      [null, 1],
    ]);
  });

  it('sums its cells and losses to its counts, for any history', () => {
    fc.assert(
      fc.property(anyDeals, (deals) => {
        const records = deals.flatMap((reads) => reads.reduce<DealRecord | null>(mergeDeal, null) ?? []);
        const table = foldShard(records, someIndex(SALES)).get('sales');
        if (table === undefined) return;
        const { moves, now, lossesByStage, lossesByReason } = transitionsReport(
          aQuestion(table, { calendar: days(-1, 0, 30) }),
        );
        const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

        expect(sum(moves.map(({ count }) => count))).toBe(now.moves);
        expect(sum(lossesByStage.map(({ lost }) => lost))).toBe(now.lost);
        expect(sum(lossesByReason.map(({ lost }) => lost))).toBe(now.lost);
        expect(new Set(moves.map(({ cell }) => cell)).size).toBe(moves.length);
      }),
      { numRuns: 60 },
    );
  });
});
