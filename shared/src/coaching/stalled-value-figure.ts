import { changeOfDeals } from '../analytics/clear-change.ts';
import { convertedAmounts } from '../analytics/converted-amounts.ts';
import { majorUnits } from '../analytics/open-deals.ts';
import type { ReportQuestion } from '../analytics/report-question.ts';
import { isStalled, type JudgedDeal, judgedDealsAt } from '../analytics/waiting-deals.ts';
import type { RecordFigure } from '../contract/overview-report.ts';
import type { EpochMs } from '../history/instant.ts';

/**
 * What the deals were worth that were stalled at the end of the period, and at its beginning, at the amounts of those instants.
 * Both are judged by the model of the report's instant: another yardstick would be a change of its own. Whether it changed
 * clearly rests on the deals that became stalled, ceased to be, or changed their amount (`changeOfDeals`).
 */
export function stalledValueFigure(question: ReportQuestion): RecordFigure {
  const { period } = question.calendar;
  const [now, before] = [stalledAt(question, endOf(question)), stalledAt(question, period.fromAt - 1)];
  const change = changeOfDeals(now.value - before.value, eventsBetween(now.amounts, before.amounts));
  return {
    figure: 'stalled-value',
    unit: 'money',
    taken: 'end',
    now: now.counted,
    before: before.counted,
    change,
    better: 'down',
    of: null,
    withoutAmount: now.withoutAmount,
    cell: 'stalled-value',
  };
}

/** The deals behind it, as places in the table. */
export function stalledAtEnd(question: ReportQuestion): readonly number[] {
  return stalledDealsAt(question, endOf(question)).map(({ deal }) => deal);
}

/** What happens at the end of a period is no longer in it. */
function endOf({ calendar: { period }, stamp }: ReportQuestion): EpochMs {
  return Math.min(stamp.asOf, period.toAt - 1);
}

function stalledDealsAt(question: ReportQuestion, at: EpochMs): readonly JudgedDeal[] {
  const { values } = convertedAmounts(question.table, question.account.currency, at);
  return judgedDealsAt(question, at, values).filter(isStalled);
}

function stalledAt(question: ReportQuestion, at: EpochMs) {
  const stalled = stalledDealsAt(question, at);
  const amounts = new Map(stalled.flatMap(({ deal, amount }) => (amount === null ? [] : [[deal, amount] as const])));
  const value = majorUnits([...amounts.values()].reduce((sum, amount) => sum + amount, 0));
  const counted = { kind: 'counted' as const, value, n: amounts.size };
  return { amounts, value, counted, withoutAmount: stalled.length - amounts.size };
}

/** In major units: what each deal brought or took. */
function eventsBetween(now: ReadonlyMap<number, number>, before: ReadonlyMap<number, number>) {
  let [count, squares] = [0, 0];
  for (const deal of new Set([...now.keys(), ...before.keys()])) {
    const difference = (now.get(deal) ?? 0) - (before.get(deal) ?? 0);
    if (difference === 0) continue;
    count += 1;
    squares += majorUnits(difference) ** 2;
  }
  return { count, squares };
}
