import { DAY_MS, type EpochMs } from '../history/instant.ts';
import type { StageRole } from '../contract/pipelines.ts';
import { type ChanceTable, onGrid } from '../model/chance-tables.ts';
import type { AmountAt } from './converted-amounts.ts';
import { isLive } from '../model/destinations.ts';
import { type WeekPace, weekPace } from '../model/week-pace.ts';
import { firstNotBelow, firstWhere } from '../statistics/step-function.ts';
import type { KnownVisits } from './known-visits.ts';
import { minorUnits } from './open-deals.ts';
import { isWonAt, isWonRole, type WonSpell } from './won-deals.ts';

const WEEK_MS = 7 * DAY_MS;
const RECENT_WEEKS = 8;
/** Habits of the week last longer than the tide of business, and take more wins to tell. */
const PACE_WEEKS = 26;
/** Wins are rare in some pipelines: amounts are taken from so many at least, where there are so many. */
const ENOUGH_WINS = 20;

/** How deals came of late: what is known about those to come. */
export interface RecentBusiness {
  /** Deals created in each of the last full weeks, at most eight. */
  readonly weeklyArrivals: readonly number[];
  /** The stages that these began in, with how many; closed ones too: some deals are entered as won. */
  readonly beginnings: readonly {
    readonly stageId: string;
    readonly outcome: 'live' | 'won' | 'lost';
    readonly n: number;
  }[];
  /** Integer minor units; 0 of a win without a usable amount, which brings none that anybody could count. Empty where no win has one. */
  readonly wonAmounts: readonly number[];
  /** On which days of the week deals are won, of the last half year. */
  readonly pace: WeekPace;
}

export interface RecentQuestion {
  readonly known: KnownVisits;
  readonly won: readonly WonSpell[];
  readonly amountAt: AmountAt;
  /** Ascending. */
  readonly instants: readonly EpochMs[];
}

/**
 * At each of the instants: arrivals of the last eight weeks before it, counted back from it, the amounts of the wins of
 * these weeks (of the last 20 wins, if these are more), and the pace of wins over the week. Weeks from before the first deal
 * do not count.
 * @example recentBusinessAt({ known, won: wonSpells(known), amountAt, instants: [asOf] })[0]?.weeklyArrivals // [31, 28, …]
 */
export function recentBusinessAt({ known, won, amountAt, instants }: RecentQuestion): readonly RecentBusiness[] {
  const firsts = firstVisits(known);
  const spans = instants.map((asOf): RecentWeeks => {
    const weeks = Math.min(RECENT_WEEKS, Math.max(0, Math.floor((asOf - firsts.firstAt) / WEEK_MS)));
    return { asOf, since: asOf - weeks * WEEK_MS, weeks };
  });
  const arrivals = arrivalsOf(firsts, spans);
  return spans.map((span, place) => ({
    weeklyArrivals: arrivals[place]?.weeklyArrivals ?? [],
    beginnings: [...(arrivals[place]?.counts ?? [])].map(([stage, n]) => {
      const outcome = outcomeOf(known.roleOf(firsts.rowOf[stage] ?? 0));
      return { stageId: known.table.stageIds[stage] ?? '', outcome, n };
    }),
    wonAmounts: recentAmounts(won, span, amountAt),
    pace: recentPace(won, span.asOf, firsts.firstAt),
  }));
}

/** The first visit of each deal of known beginning, in the order of the deals. */
interface FirstVisits {
  readonly enteredAt: Float64Array;
  readonly stage: Uint16Array;
  /** By stage of the table, a row in it. */
  readonly rowOf: Uint32Array;
  /** Of late ones too. */
  readonly firstAt: EpochMs;
}

function firstVisits(known: KnownVisits): FirstVisits {
  const { table } = known;
  const enteredAt = new Float64Array(table.dealIds.length);
  const stage = new Uint16Array(table.dealIds.length);
  const rowOf = new Uint32Array(table.stageIds.length);
  let firstAt = Number.POSITIVE_INFINITY;
  let found = 0;
  for (let row = 0; row < table.length; row += 1) {
    if (row > 0 && table.deal[row - 1] === table.deal[row]) continue;
    const at = table.enteredAt[row] ?? Number.NaN;
    firstAt = Math.min(firstAt, at);
    if (known.isLate(row)) continue;
    enteredAt[found] = at;
    const own = table.stage[row] ?? 0;
    stage[found++] = own;
    rowOf[own] = row;
  }
  return { enteredAt: enteredAt.subarray(0, found), stage: stage.subarray(0, found), rowOf, firstAt };
}

function outcomeOf(role: StageRole): RecentBusiness['beginnings'][number]['outcome'] {
  if (isLive(role)) return 'live';
  return isWonRole(role) ? 'won' : 'lost';
}

/** Full weeks up to an instant. */
interface RecentWeeks {
  readonly asOf: EpochMs;
  readonly since: EpochMs;
  readonly weeks: number;
}

interface Arrivals {
  readonly weeklyArrivals: number[];
  /** By stage of the table, in the order in which they first come. */
  readonly counts: Map<number, number>;
}

/** Of each span; each deal is counted in the few that it arrived in. */
function arrivalsOf({ enteredAt, stage }: FirstVisits, spans: readonly RecentWeeks[]): readonly Arrivals[] {
  const ends = Float64Array.from(spans, ({ asOf }) => asOf);
  const arrivals = spans.map(({ weeks }): Arrivals => ({ weeklyArrivals: weeksOf(weeks), counts: new Map() }));
  for (let place = 0; place < enteredAt.length; place += 1) {
    const at = enteredAt[place] ?? Number.NaN;
    const own = stage[place] ?? 0;
    for (let span = firstNotBelow(ends, at); span < ends.length; span += 1) {
      const { asOf = Number.NaN, since = Number.NaN, weeks = 0 } = spans[span] ?? {};
      if (asOf - RECENT_WEEKS * WEEK_MS >= at) break;
      if (at <= since) continue;
      const { weeklyArrivals, counts } = arrivals[span] ?? { weeklyArrivals: [], counts: new Map<number, number>() };
      const week = Math.min(weeks - 1, Math.floor((asOf - at) / WEEK_MS));
      weeklyArrivals[week] = (weeklyArrivals[week] ?? 0) + 1;
      counts.set(own, (counts.get(own) ?? 0) + 1);
    }
  }
  return arrivals;
}

function weeksOf(count: number): number[] {
  return Array.from({ length: count }, () => 0);
}

function recentAmounts(
  won: readonly WonSpell[],
  { asOf, since }: RecentWeeks,
  amountAt: RecentQuestion['amountAt'],
): readonly number[] {
  const newestFirst: number[] = [];
  let withAmount = 0;
  for (let place = wonBy(won, asOf) - 1; place >= 0; place -= 1) {
    const spell = won[place];
    if (spell === undefined || (spell.wonAt <= since && withAmount >= ENOUGH_WINS)) break;
    if (!isWonAt(spell, asOf)) continue;
    const amount = minorUnits(amountAt(spell.deal, asOf).value);
    if (amount !== null) withAmount += 1;
    newestFirst.push(amount ?? 0);
  }
  return withAmount > 0 ? newestFirst.reverse() : [];
}

/** How many of the ascending wins had come by an instant. */
function wonBy(won: readonly WonSpell[], asOf: EpochMs): number {
  return firstWhere(won.length, (place) => (won[place]?.wonAt ?? Number.NaN) > asOf);
}

function recentPace(won: readonly WonSpell[], asOf: EpochMs, firstAt: EpochMs): WeekPace {
  const weeks = Math.min(PACE_WEEKS, Math.max(0, Math.floor((asOf - firstAt) / WEEK_MS)));
  const wonAt: EpochMs[] = [];
  for (let place = wonBy(won, asOf) - 1; place >= 0; place -= 1) {
    const spell = won[place];
    if (spell === undefined || spell.wonAt <= asOf - weeks * WEEK_MS) break;
    if (isWonAt(spell, asOf)) wonAt.push(spell.wonAt);
  }
  return weekPace(wonAt, { asOf, weeks });
}

/**
 * Wins within each time from now, when one deal a week arrives from now on: the area under the curve of a new deal, over a
 * week. Each exit counts at the middle of its step.
 */
export function winsOfArrivals(
  beginnings: RecentBusiness['beginnings'],
  table: ChanceTable,
  timesMs: readonly number[],
): readonly number[] {
  const { steps, stepMs } = table.grid;
  const all = beginnings.reduce((sum, { n }) => sum + n, 0);
  const curve = new Float64Array(steps + 1);
  for (const { stageId, outcome, n } of beginnings) {
    const own = outcome === 'live' ? table.fromEntry(stageId) : null;
    for (let i = 0; i <= steps; i += 1) {
      const chance = own === null ? Number(outcome === 'won') : (own[i] ?? 0);
      curve[i] = (curve[i] ?? 0) + (chance * n) / all;
    }
  }
  const area = new Float64Array(steps + 1);
  for (let i = 1; i <= steps; i += 1) {
    const middle = ((curve[i - 1] ?? 0) + (curve[i] ?? 0)) / 2;
    area[i] = (area[i - 1] ?? 0) + (middle * stepMs) / WEEK_MS;
  }
  return timesMs.map((time) => onGrid(area, time / stepMs));
}
