import type { Revision } from '@deal-stage-insights/shared';
import type { DealLife } from './deal-life.ts';
import { normal, type Random } from './random.ts';

/** So many deals are in US dollars, at this rate. */
export const FOREIGN = { currency: 'USD', share: 1 / 7, rate: 0.92 } as const;

/** One deal in seven is in US dollars, at the rate of its day of creation. */
export function currencyOf(dealId: string): Readonly<Record<string, string>> {
  const isForeign = Number(dealId) % 7 === 3;
  return isForeign
    ? { deal_currency_code: FOREIGN.currency, hs_exchange_rate: String(FOREIGN.rate) }
    : { deal_currency_code: 'EUR', hs_exchange_rate: '1.0' };
}

/** Most amounts are typed at creation, some at the second stage; some deals get a discount late; a few never have an amount. */
export function amountHistory({ model, steps, createdAt }: DealLife, random: Random): readonly Revision[] {
  const amount = rounded(model.amount.median * Math.exp(model.amount.spread * normal(random)));
  const [habit, discount] = [random(), random()];
  if (habit < 0.04) return [];
  const typedAt = habit < 0.2 ? steps[1]?.at : createdAt;
  if (typedAt === undefined) return [];
  const typed = { at: typedAt, value: String(amount), sourceType: 'CRM_UI' };
  const late = steps[3]?.at;
  if (discount >= 0.3 || late === undefined || late <= typedAt) return [typed];
  return [typed, { at: late, value: String(rounded(amount * (0.75 + 0.2 * discount))), sourceType: 'CRM_UI' }];
}

/** Two significant digits, as people type amounts. */
function rounded(amount: number): number {
  return Number(amount.toPrecision(2));
}
