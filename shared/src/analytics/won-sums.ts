import { firstNotBelow } from '../statistics/step-function.ts';
import type { ConvertedAmounts } from './converted-amounts.ts';
import { minorUnits } from './open-deals.ts';
import type { Period } from './period.ts';
import type { WonDeal } from './won-deals.ts';

/** Wins added up in the order in which they came: what any time brought is the difference of two sums. */
export interface WonSums {
  /** By win, ascending. */
  readonly wonAt: Float64Array;
  /** Of the wins before each, and of all: integer minor units, which add up exactly, and how many have no usable amount. */
  readonly minor: Float64Array;
  readonly withoutAmount: Uint32Array;
}

export interface WonInPeriod {
  readonly deals: number;
  readonly withoutAmount: number;
  /** Minor units. */
  readonly amount: number;
}

/** @param won ascending. */
export function wonSums(won: readonly WonDeal[], { values }: Pick<ConvertedAmounts, 'values'>): WonSums {
  const wonAt = new Float64Array(won.length);
  const minor = new Float64Array(won.length + 1);
  const withoutAmount = new Uint32Array(won.length + 1);
  let place = 0;
  for (const win of won) {
    const amount = minorUnits(values[win.deal] ?? Number.NaN);
    wonAt[place] = win.wonAt;
    minor[place + 1] = (minor[place] ?? 0) + (amount ?? 0);
    withoutAmount[place + 1] = (withoutAmount[place] ?? 0) + (amount === null ? 1 : 0);
    place += 1;
  }
  return { wonAt, minor, withoutAmount };
}

/**
 * What was won in [fromAt, toAt).
 * @example wonWithin(wonSums(won, amounts), { fromAt: monthStart, toAt: asOf }).deals // 12
 */
export function wonWithin({ wonAt, minor, withoutAmount }: WonSums, { fromAt, toAt }: Period): WonInPeriod {
  const from = firstNotBelow(wonAt, fromAt);
  const to = Math.max(from, firstNotBelow(wonAt, toAt));
  return {
    deals: to - from,
    withoutAmount: (withoutAmount[to] ?? 0) - (withoutAmount[from] ?? 0),
    amount: (minor[to] ?? 0) - (minor[from] ?? 0),
  };
}
