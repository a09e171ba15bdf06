import type { DealFacts } from '../contract/deal-coaching.ts';
import type { Money } from '../contract/money.ts';
import { ownRate } from '../analytics/converted-amounts.ts';
import type { EpochMs } from '../history/instant.ts';
import { instantOf } from '../history/normalise.ts';
import type { DealTimeline } from '../history/timeline.ts';
import { isLive } from '../model/destinations.ts';
import { closeDatePushes } from './close-date-pushes.ts';

/**
 * What the record of a deal says, as last read. The amount is in the company's currency at the deal's own rate; null where
 * the deal has none, or `currency` is not known yet.
 * @example dealFacts(timeline, { currency: 'EUR', now }).closeDatePushes // 3
 */
export function dealFacts(
  timeline: DealTimeline,
  { currency, now }: { readonly currency: string | null; readonly now: EpochMs },
): DealFacts {
  const { facts } = timeline;
  const fact = (name: string): string | null => facts[name] ?? null;
  const { pushes, days } = closeDatePushes(timeline.closeDateChanges, closedSince(timeline) ?? now + 1);
  return {
    name: fact('dealname'),
    ownerId: timeline.ownerChanges.at(-1)?.value || null,
    dealType: fact('dealtype'),
    source: fact('hs_analytics_source'),
    amount: currency === null ? null : amountIn(timeline, currency),
    closeAt: timeline.closeDateChanges.at(-1)?.value ?? null,
    closeDatePushes: pushes,
    closeDatePushedDays: days,
    nextActivityAt: instantOf(fact('notes_next_activity_date') ?? ''),
    lastContactedAt: instantOf(fact('notes_last_contacted') ?? ''),
    contacts: countOf(fact('num_associated_contacts')),
    lostReason: fact('closed_lost_reason'),
  };
}

/** When the deal came into the closed stage that it is in; null while it is open. */
function closedSince({ visits }: DealTimeline): EpochMs | null {
  let first = visits.length;
  while (first > 0 && !isLive(visits[first - 1]?.role ?? 'open')) first -= 1;
  return visits[first]?.enteredAt ?? null;
}

function amountIn({ amountChanges, facts }: DealTimeline, currency: string): Money | null {
  const amount = amountChanges.at(-1)?.value ?? null;
  const own = facts['deal_currency_code'] ?? currency;
  const rate = own === currency ? 1 : ownRate(facts['hs_exchange_rate'] ?? null);
  if (amount === null || Number.isNaN(rate)) return null;
  return { amount: Math.round(amount * rate * 100) / 100, currency };
}

function countOf(text: string | null): number | null {
  return text !== null && /^\d+$/.test(text.trim()) ? Number(text) : null;
}
