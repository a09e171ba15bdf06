import type { GroupForecast } from '../contract/forecast-report.ts';
import type { Target } from '../contract/settings.ts';
import { DAY_MS } from '../history/instant.ts';
import { chanceTables } from '../model/chance-tables.ts';
import { ENOUGH_FOLLOWED } from '../model/stage-sample.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import { forecastInputsAt } from './forecast-inputs.ts';
import { weightedOf } from './forecast-period.ts';
import { nextPeriod, REPORT_EFFORT } from './forecast-report.ts';
import { knownVisits } from './known-visits.ts';
import { closeDateOf, majorUnits } from './open-deals.ts';
import type { NamedPeriod, ReportQuestion } from './report-question.ts';
import { ownerAsOf, ownerOfDeal, repsInPlay } from './reps-in-play.ts';
import { inMajorUnits, openRange } from './revenue-range.ts';
import { targetOf } from './target-outlook.ts';
import { forecastsBy, timesOf } from './window-forecasts.ts';
import { isWonAt } from './won-deals.ts';
import { wonSums, wonWithin } from './won-sums.ts';

/** Owners taken together: a team, one rep, or nobody (the empty id). */
export interface OwnerGroup {
  readonly id: string | null;
  readonly label: string | null;
  readonly ownerIds: ReadonlySet<string>;
  readonly targets: readonly Target[];
}

/**
 * What do the open deals of each group bring, by the owner as of now? Chances are those of the whole pipeline: a rep's few
 * deals do not make chances of their own. New business has no owner yet: it is in no group. Which groups may be shown to whom
 * is decided by who asks for this (law L7).
 * @example groupForecasts(question, [{ id: 'north', label: 'North', ownerIds, targets: [] }])[0]?.next
 */
export function groupForecasts(question: ReportQuestion, groups: readonly OwnerGroup[]): readonly GroupForecast[] {
  const { table, pipeline, account, amounts, horizonDays, calendar, stamp } = question;
  const { asOf } = stamp;
  const made = forecastInputsAt({ table, pipeline, horizonDays, currency: account.currency }, [asOf]);
  const [inputs] = made.inputs;
  if (inputs === undefined) throw new RangeError('The inputs of an instant that was asked for are made.');
  const { month, quarter } = runningPeriods(question);
  const windows = [asOf + horizonDays * DAY_MS, month.toAt, quarter.toAt].map((toAt) => ({
    fromMs: 0,
    toMs: Math.max(0, toAt - asOf),
  }));
  const { versions, seed } = REPORT_EFFORT;
  const timesMs = timesOf({ windows, business: inputs.business });
  const tables = chanceTables({ chain: inputs.chain, timesMs, versions, random: seededRandom(seed) });
  const typedOf = new Map(pipeline.stages.map(({ stageId, typedProbability }) => [stageId, typedProbability]));
  const won = made.won.filter((spell) => isWonAt(spell, asOf));
  const isKnown = inputs.knownStageIds.size > 0;
  return groups.map(({ id, label, ownerIds, targets }): GroupForecast => {
    const isOwn = ({ deal }: { readonly deal: number }): boolean => ownerIds.has(ownerOfDeal(table, deal, asOf));
    const open = inputs.open.filter(isOwn);
    const own = wonSums(won.filter(isOwn), amounts);
    const [next, restOfMonth, restOfQuarter] = forecastsBy(
      tables,
      { ...inputs, open, windows, draws: 0 },
      seededRandom(seed),
    );
    if (next === undefined || restOfMonth === undefined || restOfQuarter === undefined)
      throw new RangeError('A window that was asked for is made.');
    const range = (window: typeof next): GroupForecast['next'] =>
      isKnown
        ? inMajorUnits(openRange(window, seed), { closed: 0, widening: 1 })
        : { kind: 'insufficient', n: 0, needed: ENOUGH_FOLLOWED };
    return {
      id,
      label,
      openDeals: open.length,
      withoutAmount: open.filter(({ amount }) => amount === null).length,
      closedMonth: majorUnits(wonWithin(own, month).amount),
      closedQuarter: majorUnits(wonWithin(own, quarter).amount),
      next: range(next),
      restOfMonth: range(restOfMonth),
      restOfQuarter: range(restOfQuarter),
      weighted: weightedOf(nextPeriod(calendar.ahead.today, horizonDays), next, {
        open,
        closeDates: open.map(({ deal }) => closeDateOf(table, deal, asOf)),
        typedOf,
      }),
      targetMonth: targetOf(month, targets)?.amount ?? null,
      targetQuarter: targetOf(quarter, targets)?.amount ?? null,
    };
  });
}

/** The month and the fiscal quarter that the question's instant lies in. */
export function runningPeriods({ calendar: { ahead } }: ReportQuestion): {
  readonly month: NamedPeriod;
  readonly quarter: NamedPeriod;
} {
  const [month, quarter] = (['month', 'quarter'] as const).map((kind) =>
    ahead.periods.find((period) => period.kind === kind),
  );
  if (month === undefined || quarter === undefined) throw new RangeError('A month and a quarter run at any time.');
  return { month, quarter };
}

/** Whose deals a forecast by groups rests on: those with deals in live stages in the running quarter. */
export function forecastOwners(question: ReportQuestion): ReadonlySet<string> {
  const { table, pipeline, stamp } = question;
  const known = knownVisits(table, pipeline, stamp.asOf);
  const [owners] = repsInPlay(known, [runningPeriods(question).quarter], ownerAsOf(table, known));
  return owners ?? new Set();
}
