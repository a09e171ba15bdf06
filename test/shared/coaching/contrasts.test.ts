import { type VisitBlock } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { knownVisits } from '../../../shared/src/analytics/known-visits.ts';
import { clearContrasts, type Contrast } from '../../../shared/src/coaching/contrasts.ts';
import { type DealPath, dealPaths } from '../../../shared/src/coaching/deal-paths.ts';
import { skippedStages } from '../../../shared/src/coaching/skipped-stages.ts';
import { openStageIds } from '../../../shared/src/history/pipeline-index.ts';
import { day, SALES } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';

const LINES = [
  ['new 1d, offer 2d, won', 60],
  ['new 1d, offer 2d, lost', 5],
  ['new 1d, demo 2d, offer 1d, won', 15],
  ['new 1d, demo 2d, offer 1d, lost', 45],
  ['new 1d, demo 2d, new 1d, offer 1d, lost', 30],
  ['demo 1d, offer 3d, won', 25],
  ['offer 3d, new 1d, lost', 22],
  ['offer 3d, new 1d, demo', 9],
] as const;
const [SOURCES, TYPES, CONTACTS] = [
  ['ads', 'fairs', null],
  ['a', 'b'],
  ['0', '1', '3', null],
];

/** All of them were lost. */
const isHandedOver = (deal: number): boolean => deal >= 80 && deal < 155;

/** Facts and owners that go with how a deal ended, so that there is something to tell. */
function someTable(): VisitBlock {
  const plain = salesTable(
    SALES,
    LINES.flatMap(([line, times]) => Array.from({ length: times }, () => line)),
  );
  const some = <T>(values: readonly T[], step: number) =>
    plain.dealIds.map((_, deal) => values[(deal % 7 < 5 ? Math.floor(deal / step) : deal) % values.length] ?? null);
  const facts = new Map([
    ['hs_analytics_source', some(SOURCES, 65)],
    ['dealtype', some(TYPES, 90)],
    ['num_associated_contacts', some(CONTACTS, 50)],
  ]);
  const at = plain.dealIds.flatMap(() => [day(0), day(1.5)]);
  const owners = {
    start: Uint32Array.from({ length: plain.dealIds.length + 1 }, (_, deal) => 2 * deal),
    at: Float64Array.from(at),
    value: Float64Array.from(at, (_, change) => (change % 2 === 1 && isHandedOver(change >> 1) ? 2 : 1)),
  };
  return { ...plain, ownerIds: ['', '11', '12'], facts, owners };
}

describe('clearContrasts', () => {
  it('counts the deals of each feature as looking at every deal does', () => {
    const table = someTable();
    const known = knownVisits(table, SALES, day(60));
    const paths = dealPaths(known);
    const opens = openStageIds(SALES.stages);
    const amounts = Float64Array.from(table.dealIds, (_, deal) => 10 + Math.floor(deal / 3));
    const question = {
      known,
      table,
      paths,
      amounts,
      thirds: { low: 40, high: 60 },
      openStageIds: opens,
      sinceAt: day(0),
    };

    const found = clearContrasts(question);

    for (const { stageId, feature, value, outcome, ...counts } of found) {
      const has = (path: DealPath) => hasFeature({ table, amounts, opens }, { stageId, feature, value }, path);
      const meant = paths.flatMap((path) => {
        const row = firstRowIn(table, path, stageId);
        if (row === null || (outcome === 'won' && path.outcome === null)) return [];
        const isHit =
          outcome === 'won' ? path.outcome === 'won' : known.exitOf(row) === 'advanced' || isOn(known.exitOf(row));
        return has(path) === null ? [] : [{ has: has(path), isHit }];
      });
      const countOf = (some: typeof meant) => ({ n: some.length, hits: some.filter(({ isHit }) => isHit).length });
      const label = `${stageId} ${feature} ${value} ${outcome}`;
      expect(counts.with, label).toEqual(countOf(meant.filter((deal) => deal.has === true)));
      const others = feature === 'came-back' ? meant : meant.filter((deal) => deal.has === false);
      expect(counts.without, label).toEqual(countOf(others));
    }
    const features = new Set(found.map(({ feature }) => feature));
    expect([...features].sort()).toEqual([
      'came-back',
      'deal-type',
      'handed-over',
      'large-amount',
      'one-contact',
      'skipped-before',
      'small-amount',
      'source',
    ]);
  });
});

const isOn = (exit: string | null): boolean => exit === 'skipped' || exit === 'won';

function firstRowIn(table: VisitBlock, { from, to }: DealPath, stageId: string): number | null {
  for (let row = from; row < to; row += 1) if (table.stageIds[table.stage[row]!] === stageId) return row;
  return null;
}

/** Null: it cannot be told. */
function hasFeature(
  { table, amounts, opens }: { table: VisitBlock; amounts: Float64Array; opens: readonly string[] },
  { stageId, feature, value }: Pick<Contrast, 'stageId' | 'feature' | 'value'>,
  path: DealPath,
): boolean | null {
  const row = firstRowIn(table, path, stageId)!;
  const way = Array.from(
    { length: path.to - path.from },
    (_, place) => table.stageIds[table.stage[path.from + place]!]!,
  );
  const fact = (name: string) => table.facts.get(name)?.[path.deal] ?? null;
  const contacts = Number(fact('num_associated_contacts') ?? 0);
  const amount = amounts[path.deal]!;
  switch (feature) {
    case 'skipped-before':
      return skippedStages(way.slice(0, row - path.from + 1), opens).includes(value ?? '');
    case 'handed-over':
      return isHandedOver(path.deal) && table.enteredAt[row]! >= day(1.5);
    case 'source':
      return fact('hs_analytics_source') === null ? null : fact('hs_analytics_source') === value;
    case 'deal-type':
      return fact('dealtype') === value;
    case 'one-contact':
      return contacts >= 1 ? contacts === 1 : null;
    case 'large-amount':
      return amount >= 60;
    case 'small-amount':
      return amount < 40;
    case 'came-back':
      return way.some((id, place) => place > 0 && id === stageId && opens.indexOf(way[place - 1]!) > opens.indexOf(id));
  }
}
