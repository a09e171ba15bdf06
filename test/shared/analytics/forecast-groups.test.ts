import { forecastOwners, forecastReport, groupForecasts, type OwnerGroup } from '@deal-stage-insights/shared';
import { expect, it } from 'vitest';
import { generatedBlocks } from '../../support/generated-blocks.ts';
import { questionOf } from '../../support/report-question-of.ts';

const AS_OF = Date.UTC(2026, 5, 15, 9);
const group = (id: string | null, ownerIds: Iterable<string>): OwnerGroup => ({
  id,
  label: null,
  ownerIds: new Set(ownerIds),
  targets: [],
});

it('groupForecasts add up to the forecast of the pipeline: what is open, what was won, and the weighted sums', () => {
  const [generated] = generatedBlocks({ deals: 1500, seed: 3, days: 400, endsAt: AS_OF }).pipelines;
  if (generated === undefined) throw new Error('A generated portal has pipelines.');
  const question = questionOf(generated.table, generated.pipeline, AS_OF);
  const report = forecastReport(question);
  const owners = [...forecastOwners(question)];

  const all = groupForecasts(question, [group('all', ['', ...generated.table.ownerIds])]);
  const single = groupForecasts(
    question,
    ['', ...generated.table.ownerIds.filter((id) => id !== '')].map((id) => group(id, [id])),
  );

  const sum = (value: (each: (typeof single)[number]) => number) =>
    single.reduce((total, each) => total + value(each), 0);
  const mean = (said: (typeof single)[number]['next']) => ('mean' in said ? said.mean : Number.NaN);
  expect(owners.length).toBeGreaterThan(3);
  expect(all[0]?.next).toEqual(report.next.open);
  expect(all[0]?.openDeals).toBe(report.deals.open);
  expect(all[0]?.closedQuarter).toBe(report.periods.find(({ kind }) => kind === 'quarter')?.closed.amount);
  expect(all[0]?.weighted).toEqual(report.next.weighted);
  expect(sum(({ openDeals }) => openDeals)).toBe(report.deals.open);
  expect(sum(({ next }) => mean(next))).toBeCloseTo(mean(report.next.open), 0);
  expect(sum(({ closedMonth }) => closedMonth)).toBeCloseTo(report.periods[0]?.closed.amount ?? Number.NaN, 2);
});
