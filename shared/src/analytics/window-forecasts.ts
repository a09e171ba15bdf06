import type { EpochMs } from '../history/instant.ts';
import { chanceBetween, type ChanceTable, chanceTables, type LifeChain } from '../model/chance-tables.ts';
import { businessDraws } from '../model/new-business.ts';
import { type OpenRevenue, openRevenue } from '../model/open-revenue.ts';
import { pacedMs } from '../model/week-pace.ts';
import { type Random, seededRandom } from '../statistics/seeded-random.ts';
import type { OpenDeal } from './open-deals.ts';
import { type RecentBusiness, winsOfArrivals } from './recent-business.ts';

/** `[fromMs, toMs)` from now. */
interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface WindowQuestion {
  readonly asOf: EpochMs;
  readonly chain: LifeChain;
  /** Stages of which enough is known to say a chance; deals elsewhere add nothing. */
  readonly knownStageIds: ReadonlySet<string>;
  readonly open: readonly OpenDeal[];
  readonly business: RecentBusiness;
  readonly windows: readonly Window[];
  readonly versions: number;
  readonly draws: number;
  readonly seed: number;
}

export interface WindowForecast {
  readonly open: OpenRevenue;
  /** By open deal: won within the window, the mean of all versions. */
  readonly chances: Float64Array;
  /** Simulated sums, minor units; null: it cannot be told. */
  readonly newBusiness: Float64Array | null;
}

/**
 * What do windows of the time to come bring? Open deals exactly, each won in the window with its measured chance; new business
 * as recent weeks brought it; under several versions of the model, so that its own uncertainty is in both.
 * @example windowForecasts({ …, windows: [{ fromMs: 0, toMs: 30 * DAY_MS }] })[0]?.open.mean
 */
export function windowForecasts(question: WindowQuestion): readonly WindowForecast[] {
  const { chain, versions, seed } = question;
  const random = seededRandom(seed);
  return forecastsBy(chanceTables({ chain, timesMs: timesOf(question), versions, random }), question, random);
}

/**
 * The times that chance tables must know for these windows: beginning and end of each, as long as even weeks would take to bring
 * as much. A weekend on which nobody signs is no time.
 */
export function timesOf({ windows, business }: Pick<WindowQuestion, 'windows' | 'business'>): readonly number[] {
  return windows.flatMap(({ fromMs, toMs }) => [fromMs, toMs]).map((time) => pacedMs(time, business.pace));
}

/** The same from chances that are at hand: those of `timesOf`. */
export function forecastsBy(
  tables: readonly ChanceTable[],
  question: Omit<WindowQuestion, 'chain' | 'versions' | 'seed'>,
  random: Random,
): readonly WindowForecast[] {
  const { open, windows } = question;
  const timesMs = timesOf(question);
  const places = tables[0]?.placesOf(open, question.knownStageIds);
  const within = tables.map((table) =>
    windows.map((_, place) =>
      places === undefined ? null : table.betweenAt(places, { from: 2 * place, to: 2 * place + 1 }),
    ),
  );
  const arrivals = tables.map((table) => winsOfArrivals(question.business.beginnings, table, timesMs));
  const amounts = open.map(({ amount }) => amount);
  return windows.map((_, place) => {
    const own = within.map((chances) => chances[place] ?? new Float64Array(open.length));
    const winsOfOne = arrivals.map((times) => between(times, 2 * place, 2 * place + 1));
    return {
      open: openRevenue({ amounts, versions: own }),
      chances: meanOf(own, open.length),
      newBusiness: drawn(question, winsOfOne, random),
    };
  });
}

function drawn(
  { business, draws }: Pick<WindowQuestion, 'business' | 'draws'>,
  winsOfOne: readonly number[],
  random: Random,
) {
  const { weeklyArrivals, wonAmounts } = business;
  return businessDraws({ weeklyArrivals, wonAmounts, winsOfOne }, draws, random);
}

function between(times: ArrayLike<number>, from: number, to: number): number {
  return chanceBetween(times[from] ?? 0, times[to] ?? 0);
}

function meanOf(versions: readonly Float64Array[], length: number): Float64Array {
  const mean = new Float64Array(length);
  for (const chances of versions) {
    for (let deal = 0; deal < length; deal += 1) mean[deal] = (mean[deal] ?? 0) + (chances[deal] ?? 0);
  }
  for (let deal = 0; deal < length; deal += 1) mean[deal] = (mean[deal] ?? 0) / versions.length;
  return mean;
}
