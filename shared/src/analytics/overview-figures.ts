import type { Estimate } from '../contract/estimate.ts';
import type { Counted, OverviewChange, OverviewFigure, OverviewFigureId } from '../contract/overview-report.ts';
import { newcombeInterval } from '../statistics/two-proportions.ts';
import { twoSidedZ } from '../statistics/normal-distribution.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { changeOfDeals, changeWithin, clearChange, ENOUGH, LEVEL } from './clear-change.ts';
import { cycleTime, type CycleTime } from './deal-cycle.ts';
import { type DealTotal, type OpenStock, openStock, type PeriodDeals, periodDeals } from './period-deals.ts';
import type { ReportQuestion } from './report-question.ts';
import { velocityInputs, velocityOver } from './velocity.ts';

/**
 * How did the period go, at a glance? Each figure against the period before, with "no clear change" as an answer.
 *
 * Sums and counts change clearly only beyond what the coming and going of deals makes by chance (`changeOfDeals`), the win rate
 * by Newcombe's interval, cycle and velocity by the intervals of their own reports; all at 95 %, and below 20 deals
 * insufficient. Amounts are those of the instant they are taken at; deals without one are counted.
 * @example overviewFigures(question)[0]?.change.verdict // 'no-clear-change'
 */
export function overviewFigures(question: ReportQuestion): readonly OverviewFigure[] {
  const { table, pipeline, calendar, amounts, account, stamp } = question;
  const inputs = velocityInputs({ table, pipeline, asOf: stamp.asOf, amounts: amounts.values });
  const { period, previous } = calendar;
  const stock = openStock(inputs.known, { table, currency: account.currency, period });
  const [now, before] = [periodDeals(inputs, period), periodDeals(inputs, previous)];
  const velocities = velocityOver(inputs, [previous, period]);
  return [
    stockFigure('open-value', stock),
    stockFigure('open-deals', stock),
    flowFigure('new-deals', now.began, before.began),
    flowFigure('won-deals', now.won, before.won),
    flowFigure('won-value', now.won, before.won),
    winRateFigure(now, before),
    cycleFigure({ now, before }, [cycleTime(inputs.lifetimes, period), cycleTime(inputs.lifetimes, previous)]),
    velocityFigure(velocities),
  ];
}

const isMoney = (figure: OverviewFigureId): boolean => figure === 'open-value' || figure === 'won-value';

function stockFigure(
  figure: 'open-value' | 'open-deals',
  { atEnd, atStart, events, moves }: OpenStock,
): OverviewFigure {
  const [now, before] = [counted(figure, atEnd), counted(figure, atStart)];
  return {
    figure,
    unit: isMoney(figure) ? 'money' : 'deals',
    taken: 'end',
    now,
    before,
    change: changeOfDeals(now.value - before.value, isMoney(figure) ? events : { count: moves, squares: moves }),
    better: 'neither',
    of: null,
    withoutAmount: isMoney(figure) ? atEnd.withoutAmount : 0,
    cell: figure,
  };
}

function flowFigure(figure: OverviewFigureId, now: DealTotal, before: DealTotal): OverviewFigure {
  const [shown, shownBefore] = [counted(figure, now), counted(figure, before)];
  const count = now.deals + before.deals;
  const squares = isMoney(figure) ? now.squares + before.squares : count;
  return {
    figure,
    unit: isMoney(figure) ? 'money' : 'deals',
    taken: 'sum',
    now: shown,
    before: shownBefore,
    change: changeOfDeals(shown.value - shownBefore.value, { count, squares }),
    better: 'up',
    of: null,
    withoutAmount: isMoney(figure) ? now.withoutAmount : 0,
    cell: figure,
  };
}

function counted(figure: OverviewFigureId, { deals, amount, withoutAmount }: DealTotal): Counted {
  if (!isMoney(figure)) return { kind: 'counted', value: deals, n: deals };
  return { kind: 'counted', value: amount, n: deals - withoutAmount };
}

function winRateFigure(now: PeriodDeals, before: PeriodDeals): OverviewFigure {
  const [closed, closedBefore] = [now, before].map(({ won, lost }) => won.deals + lost.deals);
  const counts = { x1: now.won.deals, n1: closed ?? 0, x2: before.won.deals, n2: closedBefore ?? 0 };
  const isEnough = counts.n1 >= ENOUGH && counts.n2 >= ENOUGH;
  const limits = isEnough ? newcombeInterval(counts, LEVEL) : null;
  const difference = isEnough ? counts.x1 / counts.n1 - counts.x2 / counts.n2 : null;
  return {
    figure: 'win-rate',
    unit: 'share',
    taken: 'sum',
    now: rateOf(counts.x1, counts.n1),
    before: rateOf(counts.x2, counts.n2),
    change: limits === null || difference === null ? UNKNOWN : changeWithin(difference, limits.low, limits.high),
    better: 'up',
    of: { now: counts.n1, before: counts.n2 },
    withoutAmount: 0,
    cell: 'win-rate',
  };
}

export const UNKNOWN: OverviewChange = { verdict: 'insufficient', difference: null, low: null, high: null };

function rateOf(won: number, n: number): Estimate {
  if (n < ENOUGH) return { kind: 'insufficient', n, needed: ENOUGH };
  return { kind: 'estimate', value: won / n, ...wilsonInterval(won, n, LEVEL), level: LEVEL, n, from: 'pipeline' };
}

function cycleFigure(
  deals: { readonly now: PeriodDeals; readonly before: PeriodDeals },
  [cycle, cycleBefore]: readonly [CycleTime | null, CycleTime | null],
): OverviewFigure {
  const now = cycleEstimate(cycle, deals.now.won.deals);
  const before = cycleEstimate(cycleBefore, deals.before.won.deals);
  const isWhole = now.kind === 'estimate' && before.kind === 'estimate' && cycle !== null && cycleBefore !== null;
  return {
    figure: 'cycle-days',
    unit: 'days',
    taken: 'sum',
    now,
    before,
    change: isWhole
      ? clearChange(now.value - before.value, Math.hypot(cycle.standardError, cycleBefore.standardError))
      : UNKNOWN,
    better: 'down',
    of: null,
    withoutAmount: 0,
    cell: 'cycle-days',
  };
}

function cycleEstimate(cycle: CycleTime | null, n: number): Estimate {
  if (cycle === null || n < ENOUGH) return { kind: 'insufficient', n, needed: ENOUGH };
  const margin = twoSidedZ(LEVEL) * cycle.standardError;
  const limits = { low: Math.max(0, cycle.meanDays - margin), high: cycle.meanDays + margin };
  return { kind: 'estimate', value: cycle.meanDays, ...limits, level: LEVEL, n, from: 'pipeline' };
}

function velocityFigure({ periods, change }: ReturnType<typeof velocityOver>): OverviewFigure {
  const [before, now] = periods;
  if (before === undefined || now === undefined) throw new RangeError('The periods of a report are over.');
  return {
    figure: 'velocity',
    unit: 'money-a-day',
    taken: 'sum',
    now: now.velocity,
    before: before.velocity,
    change: change === null ? UNKNOWN : changeWithin(change.total, change.low, change.high),
    better: 'up',
    of: null,
    withoutAmount: now.wonWithoutAmount,
    cell: 'velocity',
  };
}
