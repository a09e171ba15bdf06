import type { EpochMs } from '../history/instant.ts';
import { type ChanceTable, chanceTables, type LifeChain } from '../model/chance-tables.ts';
import { businessDraws } from '../model/new-business.ts';
import { type OpenRevenue, openRevenue } from '../model/open-revenue.ts';
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

/** The times that chance tables must know for these windows. */
function timesOf({ windows }: Pick<WindowQuestion, 'windows'>): readonly number[] {
  return windows.flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
}

/** The same from chances that are at hand. */
export function forecastsBy(
  tables: readonly ChanceTable[],
  question: Omit<WindowQuestion, 'chain' | 'versions' | 'seed'>,
  random: Random,
): readonly WindowForecast[] {
  const { open, windows } = question;
  const timesMs = timesOf(question);
  const within = tables.map((table) => open.map(({ stageId, ageMs }) => table.withinAt(stageId, ageMs)));
  const arrivals = tables.map((table) => winsOfArrivals(question.business.beginnings, table, timesMs));
  return windows.map((_, place) => {
    const [from, to] = [2 * place, 2 * place + 1];
    const own = within.map((deals) =>
      Float64Array.from(deals, (times, deal) => {
        const isKnown = question.knownStageIds.has(open[deal]?.stageId ?? '');
        return isKnown ? between(times, from, to) : 0;
      }),
    );
    const revenue = openRevenue({ amounts: open.map(({ amount }) => amount), versions: own });
    const winsOfOne = arrivals.map((times) => between(times, from, to));
    return { open: revenue, chances: meanOf(own, open.length), newBusiness: drawn(question, winsOfOne, random) };
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

/** Rounding may leave a hair below 0 or above 1. */
function between(times: ArrayLike<number>, from: number, to: number): number {
  return Math.min(1, Math.max(0, (times[to] ?? 0) - (times[from] ?? 0)));
}

function meanOf(versions: readonly Float64Array[], length: number): Float64Array {
  return Float64Array.from({ length }, (_, deal) => {
    const sum = versions.reduce((total, chances) => total + (chances[deal] ?? 0), 0);
    return sum / versions.length;
  });
}
