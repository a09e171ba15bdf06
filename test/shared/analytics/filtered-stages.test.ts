import { type FilteredStage, type ReportFilters, stagesReport } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { NO_FILTERS, reportQuestion } from '../../../functions/rollup/report-question.ts';
import { aDealThrough, aRecord, aTimeline, day, SALES } from '../../support/builders.ts';
import { foldedTable } from '../../support/sales-table.ts';

type Group = readonly [type: string, line: string, times: number, amount?: string];

/** The stages of these deals as of day 30, asked with a filter. */
function filteredStages(groups: readonly Group[], filters: Partial<ReportFilters>): readonly FilteredStage[] | null {
  const reads = groups.flatMap(([dealtype, line, times, amount = '1000'], group) =>
    Array.from({ length: times }, (_, place) =>
      aDealThrough(line, {
        dealId: String(10_000 * (group + 1) + place),
        facts: { dealtype },
        histories: { amount: aTimeline(amount) },
      }),
    ),
  );
  const table = foldedTable(
    SALES,
    reads.map((read) => aRecord(read)),
  );
  const question = reportQuestion({
    table,
    pipeline: SALES,
    account: { timeZone: 'Europe/Paris', currency: 'EUR' },
    stamp: { asOf: day(30), position: {}, modelVersion: '1' },
    filters: { ...NO_FILTERS, ...filters },
  });
  if (question === null) throw new Error('The last 90 days are over on any day.');
  return stagesReport(question).filtered;
}

/** Of 200 renewals every other goes on from new; of new business as many as said, of which none does. */
const deals = (newBusiness: number): readonly Group[] => [
  ['renewal', 'new 4d, demo 5d, won', 100],
  ['renewal', 'new 4d, lost', 100],
  ['new', 'new 12d, lost', newBusiness, '90'],
];
const inNew = (stages: readonly FilteredStage[] | null) => {
  const stage = stages?.find(({ stageId }) => stageId === 'new');
  if (stage?.ledOnShare.kind !== 'estimate' || stage.pace.kind !== 'estimate') throw new Error('The stage is known.');
  return { ...stage, share: stage.ledOnShare, pace: stage.pace };
};

describe('stages of chosen deals', () => {
  it('tells of few of them what is true of all deals of the stage, and says so', () => {
    const { left, share, pace } = inNew(filteredStages(deals(3), { dealType: 'new' }));

    expect(left).toBe(3);
    expect(share).toMatchObject({ from: 'stage', n: 203 });
    expect(share.value).toBeGreaterThan(0.2);
    expect(share.value).toBeLessThan(0.5);
    expect(pace.value).toBeLessThan(1);
  });

  it('tells of many of them what is true of themselves', () => {
    const { share, pace } = inNew(filteredStages(deals(400), { dealType: 'new' }));

    expect(share).toMatchObject({ from: 'deal-type', n: 400 });
    expect(share.value).toBeLessThan(0.02);
    expect(pace).toMatchObject({ from: 'deal-type', n: 400 });
    expect(pace.value).toBeLessThan(0.8);
  });

  it.each([
    [{ amountBand: { from: null, to: 100 } }, 'amount-band'],
    [{ segment: { property: 'dealtype', value: 'new' } }, 'segment'],
    [{ dealType: 'new', amountBand: { from: 0, to: null } }, 'filters'],
  ] as const)('names what they were chosen by: %j', (filters, from) => {
    expect(inNew(filteredStages(deals(400), filters)).share.from).toBe(from);
  });

  it('learns from how the other values of the property differ how much a small one may', () => {
    const types = (shares: readonly number[]): readonly Group[] =>
      shares.flatMap((share, type): readonly Group[] => [
        [`type ${type}`, 'new 4d, demo 5d, won', Math.round(100 * share)],
        [`type ${type}`, 'new 4d, lost', Math.round(100 * (1 - share))],
      ]);
    const rare: Group = ['rare', 'new 4d, demo 5d, won', 4];
    const told = (shares: readonly number[]) =>
      inNew(filteredStages([...types(shares), rare], { dealType: 'rare' })).share;
    const [alike, unlike] = [told([0.3, 0.3, 0.3, 0.3, 0.3, 0.3]), told([0.05, 0.1, 0.2, 0.4, 0.5, 0.55])];

    expect(alike.value).toBeLessThan(0.4);
    expect(unlike.value).toBeGreaterThan(alike.value + 0.1);
    expect((unlike.high ?? 1) - unlike.low).toBeGreaterThan(2 * ((alike.high ?? 1) - alike.low));
  });

  it('takes the values beyond the twelfth together, so that every deal has a group', () => {
    const many = Array.from({ length: 30 }, (_, type): Group => [`type ${type}`, 'new 4d, lost', 10 + type]);
    const { left, share } = inNew(filteredStages(many, { dealType: 'type 0' }));

    expect(left).toBe(10);
    expect(share).toMatchObject({ from: 'stage', n: 735 });
  });

  it('is left out where all deals are asked about', () => {
    expect(filteredStages(deals(3), {})).toBeNull();
    expect(filteredStages(deals(3), { amountBand: { from: 0, to: null } })).toBeNull();
  });

  it('has nothing to borrow from in a pipeline of few deals', () => {
    const stages = filteredStages(
      [
        ['renewal', 'new 4d, lost', 9],
        ['new', 'new 4d, lost', 9],
      ],
      { dealType: 'new' },
    );

    expect(stages?.[0]?.ledOnShare).toEqual({ kind: 'insufficient', n: 18, needed: 20 });
    expect(stages?.[0]?.pace).toEqual({ kind: 'insufficient', n: 18, needed: 20 });
  });
});
