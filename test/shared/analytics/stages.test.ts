import { buildPipelineModel, type Estimate, stagesReport, winAt } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { day, SALES } from '../../support/builders.ts';
import { aQuestion } from '../../support/report-questions.ts';
import { PLAIN, simulatedDeals, twoStages } from '../../support/simulated-deals.ts';
import { salesTable } from '../../support/sales-table.ts';

const STAMP = { asOf: day(90), position: { blocks: '7' }, modelVersion: '1' };

const highOf = (share: Estimate | undefined): number => (share?.kind === 'estimate' ? (share.high ?? 1) : 1);

function reportOf(lines: readonly string[], times: number) {
  const table = { ...salesTable(SALES, lines, times), deletedDeals: 3 };
  const { asOf, position } = STAMP;
  const model = buildPipelineModel({ table, pipeline: SALES, asOf, horizonDays: 30, seed: 1, position });
  return { model, report: stagesReport(aQuestion(table, { stamp: STAMP, model: () => model })) };
}

describe('stagesReport', () => {
  it('says of a stage that was typed too high in two quarters that what is measured lies below, and of a right one nothing', () => {
    const table = simulatedDeals({ seed: 1, deals: 1600, days: 480, way: PLAIN });
    const pipeline = twoStages({ demo: 0.25, offer: 0.8 });

    const { stages } = stagesReport(aQuestion(table, { pipeline, stamp: { ...STAMP, asOf: day(480) } }));

    expect(stages.map(({ typed }) => [typed.typed, typed.verdict])).toEqual([
      [0.25, 'not-distinguishable'],
      [0.8, 'below'],
    ]);
    const [first, second] = stages[1]?.typed.cohorts ?? [];
    expect(first?.toDay).toBe(second?.fromDay);
    for (const cohort of [first, second]) expect(cohort?.winShare).toMatchObject({ kind: 'estimate' });
    expect(Math.max(highOf(first?.winShare), highOf(second?.winShare))).toBeLessThan(0.8);
  });

  it('tells how long visits last on the working clock beside calendar days', () => {
    // Entered on Monday at 9 UTC, 10 in Paris: seven hours are left of that day, and eight lie in each of the next.
    const { report } = reportOf(['new 4d, demo'], 12);

    const [fresh, demo] = report.stages;

    expect(fresh?.dwellDaysMedian).toMatchObject({ value: 4 });
    expect(fresh?.workingTime?.hoursMedian).toMatchObject({ kind: 'estimate', value: 7 + 3 * 8 + 1, n: 12 });
    expect(demo?.workingTime).toMatchObject({ hoursMedian: { kind: 'insufficient' }, notCovered: 0 });
    expect(report.stages.at(-1)?.workingTime?.hoursP90).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
  });

  it('has a row for each live stage in display order, also for those that nobody was ever in', () => {
    const { report } = reportOf(['new 4d, demo 3d, won', 'new 2d, old 1d, lost'], 1);

    expect(report.stages.map(({ stage }) => stage.stageId)).toEqual(['new', 'demo', 'waiting', 'offer', 'old']);
    const offer = report.stages[3]!;
    expect(offer).toMatchObject({ visits: 0, open: 0, exits: [], stillThereShare: null });
    expect(offer.winEver).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
    expect(report.stages[4]?.stage.isUnknown).toBe(true);
  });

  it('carries its stamp and the deals it speaks of', () => {
    const { report } = reportOf(['new 4d, won', 'new 2d, lost', 'new'], 2);

    expect(report).toMatchObject({ ...STAMP, pipelineId: 'sales', label: 'sales', horizonDays: 30 });
    expect(report.deals).toMatchObject({ open: 2, won: 2, lost: 2, deleted: 3, counted: 6, filteredOut: 0 });
  });

  it('tells where visits end up: on, lost, or still there', () => {
    const { report } = reportOf(['new 4d, demo', 'new 4d, offer', 'new 4d, lost', 'new'], 10);

    const fresh = report.stages[0]!;

    expect(fresh).toMatchObject({ visits: 40, open: 10, stillThereShare: 0.25 });
    expect(fresh.advanceShare).toMatchObject({ kind: 'estimate', value: 0.5, n: 40 });
    expect(fresh.lossShare).toMatchObject({ kind: 'estimate', value: 0.25, n: 40 });
  });

  it('shows the same chance as the card of a deal that has just come in', () => {
    const { model, report } = reportOf(['new 4d, won', 'new 9d, lost'], 30);

    expect(report.stages[0]?.winWithinHorizon).toEqual(winAt(model, 'new', 0)?.withinHorizon);
    expect(report.stages[0]?.winEver).toEqual(winAt(model, 'new', 0)?.ever);
  });

  it('keeps its visits: every one still runs or went somewhere', () => {
    const { report } = reportOf(
      ['new 4d, demo 2d, new 1d, offer 3d, won', 'new 1d, waiting 3d, new', 'demo 1d, lost'],
      7,
    );

    for (const { visits, open, exits } of report.stages) {
      expect(open + exits.reduce((sum, { count }) => sum + count, 0)).toBe(visits);
    }
  });
});
