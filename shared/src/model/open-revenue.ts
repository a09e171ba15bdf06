import { bernoulliSumOnGrid } from '../statistics/bernoulli-sum-on-grid.ts';
import type { GridDistribution } from '../statistics/grid-distribution.ts';

/** The open deals of a forecast, row by row. */
export interface OpenDeals {
  /** Integer minor units of one currency; null where the deal has no usable amount. */
  readonly amounts: readonly (number | null)[];
  /** P(won within the horizon) of each deal, once for every version of the model (see bootstrapWeights); one will do. */
  readonly versions: readonly ArrayLike<number>[];
}

export interface OpenRevenue {
  readonly distribution: GridDistribution;
  /** Sum of amount × probability, exactly (the grid's own mean can be off by its rounding). */
  readonly mean: number;
  /** Deals left out because they have no amount, or a negative one: counted, not guessed. */
  readonly withoutAmount: number;
  /** Share of the mean that rests on the one deal it depends on most; null when nothing is expected. */
  readonly topDealShare: number | null;
}

/**
 * What will the deals that are open now bring within the horizon? The distribution of the sum of their amounts, each won or
 * not with its own measured probability, independently given the model; averaged over the versions of the model.
 *
 * A quantile can be off by .05 % of the sum of all amounts: one amount typed with three zeros too many blurs all others.
 *
 * @throws RangeError for a probability outside [0, 1] or unequal lengths.
 * @example openRevenue({ amounts: [20_000, null], versions: [[0.5, 0.3]] }) // mean 10 000, withoutAmount 1, topDealShare 1
 */
export function openRevenue({ amounts, versions }: OpenDeals): OpenRevenue {
  for (const version of versions)
    if (version.length !== amounts.length) throw new RangeError('Every deal needs a probability.');
  const { rows, usable } = usableAmounts(amounts);
  const chances = versions.map((version) => {
    const own = new Float64Array(rows.length);
    for (let i = 0; i < own.length; i += 1) own[i] = version[rows[i] ?? 0] ?? Number.NaN;
    return own;
  });
  let [mean, top] = [0, 0];
  for (let i = 0; i < usable.length; i += 1) {
    let sum = 0;
    for (const own of chances) sum += own[i] ?? 0;
    const expected = ((usable[i] ?? 0) * sum) / chances.length;
    mean += expected;
    top = Math.max(top, expected);
  }
  return {
    distribution: bernoulliSumOnGrid({ amounts: usable, versions: chances }),
    mean,
    withoutAmount: amounts.length - rows.length,
    topDealShare: mean > 0 ? top / mean : null,
  };
}

/** The amounts that are known and not negative, with the row of each. */
function usableAmounts(amounts: OpenDeals['amounts']) {
  const rows = new Uint32Array(amounts.length);
  const usable = new Float64Array(amounts.length);
  let found = 0;
  for (let row = 0; row < amounts.length; row += 1) {
    const amount = amounts[row] ?? null;
    if (amount === null || amount < 0) continue;
    rows[found] = row;
    usable[found++] = amount;
  }
  return { rows: rows.subarray(0, found), usable: usable.subarray(0, found) };
}
