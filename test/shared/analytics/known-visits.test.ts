import { type ExitCode, EXIT_CODES, foldShard, pipelineIndex, type VisitBlock } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownVisits } from '../../../shared/src/analytics/known-visits.ts';
import { exitKindOf } from '../../../shared/src/history/exit-kind.ts';
import { anyRecords } from '../../support/arbitraries.ts';
import { CARE, SALES, someIndex, START } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';

/** What became of a visit by an instant, as the table tells it. */
function exitIn(table: VisitBlock, row: number, asOf: number): string | null {
  const exitedAt = table.exitedAt[row] ?? Number.NaN;
  const code: ExitCode = EXIT_CODES[table.exit[row] ?? 0] ?? 'open';
  if (!(exitedAt <= asOf) || code === 'open') return null;
  if (code !== 'transition') return code;
  const [from = '', to] = [table.stageIds[table.stage[row] ?? -1], table.stageIds[table.toStage[row] ?? -1]];
  return to === undefined ? 'moved' : exitKindOf(from, to, pipelineIndex([SALES]));
}

describe('knownVisits', () => {
  it('tells of each visit, at any instant, what the table tells', () => {
    fc.assert(
      fc.property(anyRecords, fc.integer({ min: -1, max: 14 }), (records, minutes) => {
        const table = foldShard(records, someIndex(SALES, CARE)).get(SALES.pipelineId);
        if (table === undefined) return;
        const asOf = START + minutes * 60_000;
        const known = knownVisits(table, SALES, asOf);
        const placeOf = (stage: number | undefined) => known.stageIds.indexOf(table.stageIds[stage ?? -1] ?? 'none');

        for (let row = 0; row < table.length; row += 1) {
          const exitedAt = table.exitedAt[row] ?? Number.NaN;
          expect(known.stageOf(row)).toBe(placeOf(table.stage[row]));
          expect(known.nextOf(row)).toBe(placeOf(table.toStage[row]));
          expect(known.endOf(row)).toBe(exitedAt <= asOf ? exitedAt : Number.POSITIVE_INFINITY);
          expect(known.exitOf(row)).toBe(exitIn(table, row, asOf));
        }
      }),
    );
  });

  it('is read once where nothing is still to come, and anew for another instant or pipeline', () => {
    const table = salesTable(SALES, ['new 3d, demo 5d, won']);
    const now = table.newestChangeAt;
    const known = knownVisits(table, SALES, now);

    const others = [
      knownVisits(table, SALES, now - 1),
      knownVisits(table, CARE, now),
      knownVisits(table, SALES, now + 1),
    ];

    expect(others.map(({ asOf }) => asOf)).toEqual([now - 1, now, now + 1]);
    expect(others[1]?.stageIds).not.toEqual(known.stageIds);
    expect(knownVisits(table, SALES, now + 1)).toBe(others[2]);
  });
});
