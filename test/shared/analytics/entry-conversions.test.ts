import { describe, expect, it } from 'vitest';
import { entryConversions } from '../../../shared/src/analytics/entry-conversions.ts';
import { knownVisits } from '../../../shared/src/analytics/known-visits.ts';
import { day, SALES, someIndex } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';

function conversions(lines: readonly string[], { times = 10, asOf = day(60) } = {}) {
  const known = knownVisits(salesTable(SALES, lines, times), SALES, asOf);
  const found = entryConversions(known, someIndex(SALES), { fromAt: day(-1), toAt: day(50) });
  return Object.fromEntries(known.stageIds.map((stageId, place) => [stageId, found[place]!]));
}

describe('entryConversions', () => {
  it('drops who skips a stage from all-stages, and keeps them in any-stage', () => {
    const { new: fresh, offer } = conversions([
      'new 4d, demo 3d, offer 2d, won',
      'new 4d, offer 2d, won',
      'new 4d, lost',
    ]);

    expect(fresh).toMatchObject({ entered: 30, allStages: { value: 1 / 3 }, anyStage: { value: 2 / 3 } });
    expect(offer).toMatchObject({ entered: 20, allStages: { kind: 'insufficient', n: 10 }, anyStage: { value: 1 } });
  });

  it('counts those that wait as not converted yet in two of the answers, and as waiting in the third', () => {
    const { demo } = conversions(['new 1d, demo 5d, offer', 'new 1d, demo 5d, lost', 'new 1d, demo']);

    expect(demo).toMatchObject({ entered: 30, stillWaiting: 10, anyStage: { value: 1 / 3 } });
    // Of the twenty that left at day 5 half went on; the ten that wait were at risk then, and no one has left since.
    expect(demo!.enteredCohort).toMatchObject({ kind: 'estimate', value: 1 / 3, n: 30 });
  });

  it('lets young deals that wait end like the others', () => {
    const known = knownVisits(salesTable(SALES, ['new 10d, demo', 'new 10d, lost'], 20), SALES, day(60));
    const young = salesTable(SALES, ['new'], 40);
    const asOf = day(5);

    expect(
      entryConversions(known, someIndex(SALES), { fromAt: day(-1), toAt: day(50) })[0]?.enteredCohort,
    ).toMatchObject({ value: 0.5 });
    expect(
      entryConversions(knownVisits(young, SALES, asOf), someIndex(SALES), { fromAt: day(-1), toAt: day(50) })[0],
    ).toMatchObject({ stillWaiting: 40, anyStage: { value: 0 }, enteredCohort: { kind: 'insufficient', n: 0 } });
  });

  it('counts a deal once, however often it comes back, and asks nobody of a parked stage for the next one', () => {
    const { new: fresh, waiting } = conversions(['new 4d, demo 3d, new 2d, waiting 4d, demo 2d, lost'], { times: 25 });

    expect(fresh).toMatchObject({ entered: 25, anyStage: { value: 1 } });
    expect(waiting).toMatchObject({ entered: 25, allStages: null, anyStage: { value: 1 } });
  });
});
