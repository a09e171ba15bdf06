import { DAY_MS, type EpochMs } from '../history/instant.ts';
import type { VisitBlock } from '../history/visit-block.ts';
import { type ChanceTable, onGrid } from '../model/chance-tables.ts';
import type { ConvertedAmounts } from './converted-amounts.ts';
import { isLive } from '../model/destinations.ts';
import type { KnownVisits } from './known-visits.ts';
import { minorUnits } from './open-deals.ts';
import { isWonRole, type WonDeal } from './won-deals.ts';

const WEEK_MS = 7 * DAY_MS;
const RECENT_WEEKS = 8;
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
  /** Integer minor units. */
  readonly wonAmounts: readonly number[];
}

/**
 * Arrivals of the last eight weeks before the instant of `known`, counted back from it, and the amounts of the wins of these
 * weeks (of the last 20 wins, if these are more). Weeks from before the first deal do not count.
 * @example recentBusiness({ known, table, won: wonDeals(known), amounts }).weeklyArrivals // [31, 28, …]
 */
export function recentBusiness({
  known,
  table,
  won,
  amounts,
}: {
  readonly known: KnownVisits;
  readonly table: VisitBlock;
  readonly won: readonly WonDeal[];
  readonly amounts: ConvertedAmounts;
}): RecentBusiness {
  const { asOf } = known;
  const firsts = firstRows(known);
  const firstAt = firsts.reduce((first, row) => Math.min(first, table.enteredAt[row] ?? first), asOf);
  const weeks = Math.min(RECENT_WEEKS, Math.floor((asOf - firstAt) / WEEK_MS));
  const since: EpochMs = asOf - weeks * WEEK_MS;
  const weeklyArrivals = Array.from({ length: weeks }, () => 0);
  const counts = new Map<number, number>();
  for (const row of firsts) {
    const at = table.enteredAt[row] ?? Number.NaN;
    if (!(at > since) || known.isLate(row)) continue;
    const week = Math.min(weeks - 1, Math.floor((asOf - at) / WEEK_MS));
    weeklyArrivals[week] = (weeklyArrivals[week] ?? 0) + 1;
    const stage = table.stage[row] ?? 0;
    counts.set(stage, (counts.get(stage) ?? 0) + 1);
  }
  const roles = new Map(firsts.map((row) => [table.stage[row] ?? 0, known.roleOf(row)]));
  const beginnings = [...counts].map(([stage, n]) => {
    const role = roles.get(stage) ?? 'open';
    const outcome = isLive(role) ? ('live' as const) : isWonRole(role) ? ('won' as const) : ('lost' as const);
    return { stageId: table.stageIds[stage] ?? '', outcome, n };
  });
  const worth = won.flatMap(({ deal, wonAt }) => {
    const amount = minorUnits(amounts.values[deal] ?? Number.NaN);
    return amount === null ? [] : [{ amount, wonAt }];
  });
  const recent = worth.filter(({ wonAt }) => wonAt > since).length;
  const wonAmounts = worth.slice(-Math.max(recent, ENOUGH_WINS)).map(({ amount }) => amount);
  return { weeklyArrivals, beginnings, wonAmounts };
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

function firstRows(known: KnownVisits): readonly number[] {
  const { table } = known;
  const rows: number[] = [];
  for (let row = 0; row < table.length; row += 1) {
    const isFirst = row === 0 || table.deal[row - 1] !== table.deal[row];
    if (isFirst && known.isKnown(row)) rows.push(row);
  }
  return rows;
}
