import type { EpochMs } from '../history/instant.ts';
import { valueAt } from '../history/change-column.ts';
import type { VisitBlock } from '../history/visit-block.ts';

/** Amounts of a table's deals in the company's currency. */
export interface ConvertedAmounts {
  /** By deal, major units; NaN: unknown, or not convertible. */
  readonly values: Float64Array;
  /** By deal: 1 where an amount is known that could not be converted. */
  readonly notConverted: Uint8Array;
}

/**
 * What deals were worth at an instant, in the company's currency at the deal's own rate. Currency and rate have no history:
 * they are as now. Without a currency the amount is the company's; in a foreign one without a rate it is not guessed.
 * @example convertedAmounts(table, 'EUR', asOf).values[deal]
 */
export function convertedAmounts(table: VisitBlock, currency: string, asOf: EpochMs): ConvertedAmounts {
  const rateOf = ratesOf(table, currency);
  const values = new Float64Array(table.dealIds.length);
  const notConverted = new Uint8Array(table.dealIds.length);
  for (let deal = 0; deal < values.length; deal += 1) {
    const [amount, rate] = [valueAt(table.amounts, deal, asOf), rateOf(deal)];
    values[deal] = amount * rate;
    if (Number.isNaN(rate) && !Number.isNaN(amount)) notConverted[deal] = 1;
  }
  return { values, notConverted };
}

/** What a deal was worth at an instant: as `ConvertedAmounts` has it. */
export type AmountAt = (deal: number, asOf: EpochMs) => { readonly value: number; readonly isNotConverted: boolean };

/** `convertedAmounts` of single deals and instants. */
export function amountsOf(table: VisitBlock, currency: string): AmountAt {
  const rateOf = ratesOf(table, currency);
  return (deal, asOf) => {
    const [amount, rate] = [valueAt(table.amounts, deal, asOf), rateOf(deal)];
    return { value: amount * rate, isNotConverted: Number.isNaN(rate) && !Number.isNaN(amount) };
  };
}

function ratesOf({ facts }: VisitBlock, currency: string): (deal: number) => number {
  const [currencies, rates] = [facts.get('deal_currency_code'), facts.get('hs_exchange_rate')];
  return (deal) => ((currencies?.[deal] ?? currency) === currency ? 1 : ownRate(rates?.[deal] ?? null));
}

/** The rate that a deal keeps of its own; NaN where there is none. */
export function ownRate(text: string | null): number {
  const rate = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(rate) && rate > 0 ? rate : Number.NaN;
}
