import { DEFAULT_SETTINGS, type Settings, settledPipeline } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flow } from '../../../shared/src/analytics/flow.ts';
import { aDealThrough, aRecord, day, SALES } from '../../support/builders.ts';
import { foldedTable, salesTable } from '../../support/sales-table.ts';

const withStages = (stages: Partial<Settings['stages']>): Pick<Settings, 'stages' | 'testDeals'> => ({
  stages: { ...DEFAULT_SETTINGS.stages, ...stages },
  testDeals: DEFAULT_SETTINGS.testDeals,
});

const settle = (
  lines: readonly string[],
  settings: Pick<Settings, 'stages' | 'testDeals'>,
  since: number | null = null,
) => settledPipeline({ pipeline: SALES, table: salesTable(SALES, lines) }, settings, since);

/** Visits as `deal stage from-to`, in days. */
const visitsOf = ({ table }: ReturnType<typeof settle>): readonly string[] =>
  Array.from({ length: table.length }, (_, row) => {
    const at = (instant = Number.NaN) => (Number.isNaN(instant) ? '' : String((instant - day(0)) / (day(1) - day(0))));
    const [dealId, stage] = [table.dealIds[table.deal[row] ?? -1], table.stageIds[table.stage[row] ?? -1]];
    return `${dealId} ${stage} ${at(table.enteredAt[row])}-${at(table.exitedAt[row])}`;
  });

describe('settledPipeline', () => {
  it('leaves everything as it is without settings', () => {
    const table = salesTable(SALES, ['new 3d, demo 5d, won', 'new 9d, lost']);

    const settled = settledPipeline({ pipeline: SALES, table }, DEFAULT_SETTINGS, null);

    expect(settled.pipeline).toBe(SALES);
    expect(settled.table).toBe(table);
  });

  it('gives stages the role that an admin gave them', () => {
    const { pipeline } = settle(['new'], withStages({ roles: { demo: 'parked', offer: 'won' } }));

    expect(pipeline.stages.map(({ stageId, role }) => `${stageId} ${role}`)).toEqual([
      'new open',
      'demo parked',
      'waiting parked',
      'lost lost',
      'offer won',
      'won won',
      'thanks post-win',
    ]);
  });

  it('counts an old stage as the one that took its place, without a step between the two', () => {
    const lines = ['new 3d, old 2d, demo 5d, won', 'old 4d, lost', 'demo 1d, old 1d, demo 1d, old'];
    const mapped = settle(lines, withStages({ countAs: { old: 'demo' } }));

    expect(visitsOf(mapped)).toEqual([
      '1001 new 0-3',
      '1001 demo 3-10',
      '1001 won 10-',
      '1002 demo 0-4',
      '1002 lost 4-',
      '1003 demo 0-',
    ]);
  });

  it('keeps the time that deals spent, and lets arrivals and exits balance, whatever counts as what', () => {
    const line = fc
      .array(fc.constantFrom('new 1d', 'old 2d', 'demo 3d', 'older 0ms', 'offer 1d'), { minLength: 1, maxLength: 8 })
      .map((stages) => [...stages, 'lost'].join(', '));
    const countAs = fc.constantFrom({ old: 'demo' }, { old: 'new', older: 'demo' }, { older: 'offer', demo: 'new' });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), countAs, (lines, as) => {
        const [plain, mapped] = [settle(lines, withStages({})), settle(lines, withStages({ countAs: as }))];
        const spent = ({ table }: typeof plain) =>
          Array.from(table.exitedAt).reduce(
            (sum, exitedAt, row) => sum + (Number.isNaN(exitedAt) ? 0 : exitedAt - (table.enteredAt[row] ?? 0)),
            0,
          );

        expect(spent(mapped)).toBe(spent(plain));
        expect(mapped.table.dealIds).toEqual(plain.table.dealIds);
        const periods = [0, 3, 6, 40].map((from) => ({ fromAt: day(from), toAt: day(from + 3) }));
        for (const { periods: found } of flow({ ...mapped, periods, asOf: day(50) })) {
          for (const { arrivals, exits, atStart, atEnd } of found) {
            const sum = (counts: object) => Object.values(counts).reduce((total: number, n: number) => total + n, 0);
            expect(sum(arrivals) - sum(exits)).toBe(atEnd - atStart);
          }
        }
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it('leaves out what ended before counting begins, and keeps what ran then with its whole age', () => {
    const lines = ['new 3d, demo 5d, won', 'new 9d, lost', 'new 4d, demo 20d, won', 'new 30d, lost'];
    const settled = settle(lines, withStages({}), day(10));

    expect(visitsOf(settled)).toEqual(['1003 demo 4-24', '1003 won 24-', '1004 new 0-30', '1004 lost 30-']);
    expect(settled.table.dealIds).toEqual(['1003', '1004']);
  });

  it('leaves out test deals, upper and lower case alike', () => {
    const names = ['TEST – do not touch', 'Acme', 'Latest news', null];
    const records = names.map((dealname, place) =>
      aRecord(aDealThrough('new 3d, won', { dealId: String(1001 + place), facts: { dealname } })),
    );
    const left = (match: 'is' | 'contains', value: string) =>
      settledPipeline(
        { pipeline: SALES, table: foldedTable(SALES, records) },
        { stages: DEFAULT_SETTINGS.stages, testDeals: { filters: [{ property: 'dealname', match, values: [value] }] } },
        null,
      ).table.dealIds;

    expect(left('contains', 'test')).toEqual(['1002', '1004']);
    expect(left('is', 'acme')).toEqual(['1001', '1003', '1004']);
    expect(left('is', 'nothing')).toHaveLength(4);
  });
});
