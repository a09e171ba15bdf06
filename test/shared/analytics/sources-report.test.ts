import { type Estimate, sourcesReport } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { aDealThrough, aRecord, aTimeline, SALES } from '../../support/builders.ts';
import { aQuestion, days } from '../../support/report-questions.ts';
import { foldedTable } from '../../support/sales-table.ts';

const valueOf = (estimate: Estimate | null | undefined): number =>
  estimate?.kind === 'estimate' ? estimate.value : Number.NaN;

function report(groups: readonly (readonly [source: string | null, line: string, times: number])[]) {
  const reads = groups.flatMap(([source, line, times], group) =>
    Array.from({ length: times }, (_, place) =>
      aDealThrough(line, {
        dealId: String(10_000 * (group + 1) + place),
        facts: { hs_analytics_source: source },
        histories: { amount: aTimeline('1000') },
      }),
    ),
  );
  const table = foldedTable(
    SALES,
    reads.map((read) => aRecord(read)),
  );
  return sourcesReport(aQuestion(table, { calendar: days(-10, 0, 30) }));
}

describe('sourcesReport', () => {
  it('finds the source whose deals stop at qualification, and calls the others alike there', () => {
    const { sources } = report([
      ['PAID_SOCIAL', 'new 5d, lost', 60],
      ['PAID_SOCIAL', 'new 5d, demo 5d, won', 20],
      ['REFERRALS', 'new 5d, lost', 20],
      ['REFERRALS', 'new 5d, demo 5d, won', 50],
      ['OFFLINE', 'new 5d, lost', 22],
      ['OFFLINE', 'new 5d, demo 5d, won', 38],
    ]);
    const verdictOf = (source: string) => sources.find((each) => each.source === source)?.stages[0]?.verdict;

    expect(sources.map(({ source }) => source)).toEqual(['REFERRALS', 'PAID_SOCIAL', 'OFFLINE']);
    expect(verdictOf('PAID_SOCIAL')).toBe('below');
    expect(verdictOf('REFERRALS')).toBe('above');
    expect(sources[1]?.stages[0]).toMatchObject({
      left: 80,
      ledOn: 20,
      lost: 60,
      ledOnShare: { value: 0.25, from: 'source' },
      ledOnShareOfOthers: { value: 88 / 130 },
      dwellDaysMean: { value: 5 },
    });
    expect(sources[1]).toMatchObject({ newDeals: 80, won: 20, lost: 60, winRate: { value: 0.25 }, wonAmount: 20_000 });
  });

  it('judges none below twenty visits, and keeps deals without a source in a row of their own', () => {
    const { sources } = report([
      [null, 'new 5d, lost', 19],
      ['REFERRALS', 'new 5d, demo 5d, won', 60],
    ]);

    expect(sources.map(({ source }) => source)).toEqual(['REFERRALS', null]);
    expect(sources[1]?.stages[0]).toMatchObject({
      verdict: 'insufficient',
      ledOnShare: { kind: 'insufficient', n: 19 },
    });
  });

  it('tells of a source of few deals too, drawn towards all of them, and says whose deals that rests on', () => {
    const { sources } = report([
      ['REFERRALS', 'new 5d, demo 5d, won', 70],
      ['REFERRALS', 'new 5d, lost', 70],
      ['PAID_SOCIAL', 'new 5d, demo 5d, won', 45],
      ['PAID_SOCIAL', 'new 5d, lost', 55],
      ['OFFLINE', 'new 5d, lost', 3],
    ]);
    const of = (name: string) => sources.find(({ source }) => source === name);
    const [large, small] = [of('REFERRALS'), of('OFFLINE')];

    expect(small?.stages[0]?.ledOnShare).toMatchObject({ kind: 'insufficient', n: 3 });
    expect(small?.stages[0]?.ledOnShareDrawn).toMatchObject({ kind: 'estimate', from: 'stage', n: 243 });
    expect(valueOf(small?.stages[0]?.ledOnShareDrawn)).toBeGreaterThan(0.2);
    expect(valueOf(small?.stages[0]?.ledOnShareDrawn)).toBeLessThan(valueOf(large?.stages[0]?.ledOnShareDrawn));
    expect(large?.stages[0]?.ledOnShareDrawn).toMatchObject({ from: 'source', n: 140 });
    expect(valueOf(large?.stages[0]?.ledOnShareDrawn)).toBeCloseTo(0.5, 1);
    expect(small?.winRateDrawn).toMatchObject({ kind: 'estimate', from: 'pipeline', n: 243 });
    expect(large?.winRateDrawn).toMatchObject({ kind: 'estimate', from: 'source', n: 140 });
  });

  it('tells the pace of a source against all others at the same ages', () => {
    const { sources } = report([
      ['REFERRALS', 'new 4d, lost', 60],
      ['REFERRALS', 'new 8d, lost', 60],
      ['PAID_SOCIAL', 'new 8d, lost', 60],
      ['PAID_SOCIAL', 'new 16d, lost', 60],
      ['OFFLINE', 'new 16d, lost', 2],
    ]);
    const paceOf = (name: string) => sources.find(({ source }) => source === name)?.stages[0]?.pace;

    // By hand: at risk 242, 182, 62; of referrals 60 × (60/242) + 60 × (60/242 + 120/182) = 69.3 exits were expected, 120 seen.
    expect(valueOf(paceOf('REFERRALS'))).toBeGreaterThan(1.5);
    expect(valueOf(paceOf('REFERRALS'))).toBeLessThan(120 / 69.3);
    expect(paceOf('REFERRALS')).toMatchObject({ from: 'source', n: 120 });
    expect(valueOf(paceOf('PAID_SOCIAL'))).toBeLessThan(0.85);
    expect(paceOf('OFFLINE')).toMatchObject({ kind: 'estimate' });
  });

  it('takes the sources beyond the nineteenth together, so that none is lost', () => {
    const { sources } = report(
      Array.from({ length: 25 }, (_, place) => [`S${place}`, 'new 5d, lost', 1 + (place % 3)] as const),
    );

    expect(sources).toHaveLength(20);
    expect(sources.at(-1)).toMatchObject({ source: null, isOthers: true });
    expect(sources.reduce((sum, { lost }) => sum + lost, 0)).toBe(49);
  });
});
