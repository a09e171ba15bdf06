import { buildPipelineModel, DAY_MS, type VisitBlock, workingDwell } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { openingSpans, type WorkingWeek } from '../../../functions/working-calendar/opening-spans.ts';
import { aDealRead, aRecord, aTimeline, day, SALES } from '../../support/builders.ts';
import { foldedTable, salesTable } from '../../support/sales-table.ts';

const NINE_TO_FIVE = [{ opens: '09:00', closes: '17:00' }];
const OFFICE: WorkingWeek = {
  timeZone: 'America/New_York',
  week: [NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, [], []],
  holidays: ['2028-02-21'],
};
const ALWAYS = Array.from({ length: 7 }, () => [{ opens: '00:00', closes: '24:00' }]);

/** Twelve deals that all stay in `new` from one instant to the other and are won then. */
function stays(from: string, to: string): VisitBlock {
  const [enteredAt, leftAt] = [Date.parse(from), Date.parse(to)];
  const records = Array.from({ length: 12 }, (_, deal) =>
    aRecord(
      aDealRead({
        dealId: String(1001 + deal),
        createdAt: enteredAt,
        histories: { dealstage: aTimeline(`new ${leftAt - enteredAt}ms, won`, enteredAt) },
      }),
    ),
  );
  return foldedTable(SALES, records);
}

function hoursOf(table: VisitBlock, calendar = OFFICE) {
  const asOf = table.newestChangeAt + DAY_MS;
  const spans = openingSpans(calendar, { fromAt: Date.UTC(2020, 0, 1), toAt: Date.UTC(2030, 0, 1) });
  return workingDwell({ table, pipeline: SALES, asOf, spans }).find(({ stageId }) => stageId === 'new');
}

describe('workingDwell', () => {
  it.each([
    ['Friday 16:00 to Monday 10:00 while clocks go on', '2026-03-06T21:00:00Z', '2026-03-09T14:00:00Z', 2],
    ['Friday 16:00 to Monday 10:00 while clocks go back', '2026-10-30T20:00:00Z', '2026-11-02T15:00:00Z', 2],
    ['Monday 9:00 to Tuesday 9:00 over a leap day’s eve', '2028-02-28T14:00:00Z', '2028-02-29T14:00:00Z', 8],
    ['a leap day', '2028-02-29T14:00:00Z', '2028-03-01T14:00:00Z', 8],
    ['Friday 16:00 to Tuesday 10:00 over a holiday', '2028-02-18T21:00:00Z', '2028-02-22T15:00:00Z', 2],
    ['a weekend', '2026-01-10T12:00:00Z', '2026-01-11T12:00:00Z', 0],
  ])('counts the opening hours of %s', (_, from, to, hours) => {
    const table = stays(from, to);

    expect(hoursOf(table)).toMatchObject({
      n: 12,
      notCovered: 0,
      hoursMedian: { kind: 'estimate', value: hours },
    });
  });

  it('says the same as calendar time where somebody is always at work, open visits included', () => {
    const lines = Array.from({ length: 60 }, (_, i) => (i % 4 === 0 ? 'new' : `new ${1 + (i % 17)}d, demo 2d, won`));
    const table = salesTable(SALES, lines);
    const asOf = day(12);
    const calendar = { timeZone: 'UTC', week: ALWAYS, holidays: [] };
    const spans = openingSpans(calendar, { fromAt: day(-10), toAt: day(400) });

    const [working] = workingDwell({ table, pipeline: SALES, asOf, spans });
    const model = buildPipelineModel({ table, pipeline: SALES, asOf, horizonDays: 30, seed: 1, position: {} });

    const dwell = model.stages[0]?.dwell;
    if (dwell?.median.kind !== 'estimate' || working?.hoursMedian.kind !== 'estimate') throw new Error('No median.');
    expect(working.hoursMedian.value).toBeCloseTo(24 * dwell.median.value, 9);
    expect(working.hoursMedian.low).toBeCloseTo(24 * dwell.median.low, 9);
    expect(working.n).toBe(dwell.n);
  });

  it('leaves out, and counts, what the calendar does not cover', () => {
    const table = stays('2019-12-30T14:00:00Z', '2020-01-02T14:00:00Z');

    expect(hoursOf(table)).toMatchObject({ n: 0, notCovered: 12, hoursMedian: { kind: 'insufficient' } });
  });
});
