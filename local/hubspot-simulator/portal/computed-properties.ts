import type { SimDeal } from './deal-state.ts';
import type { DealTable } from './deal-table.ts';

type Computation = (table: DealTable, deal: SimDeal) => string | null;

const iso = (at: number): string => new Date(at).toISOString();
const stageOf = (table: DealTable, deal: SimDeal) => table.stages.get(deal.properties['dealstage'] ?? '');
const flag = (holds: boolean): string => String(holds);

/** What HubSpot computes instead of storing. */
const COMPUTATIONS: Readonly<Record<string, Computation>> = {
  hs_object_id: (_, deal) => deal.dealId,
  createdate: (_, deal) => iso(deal.createdAt),
  hs_createdate: (_, deal) => iso(deal.createdAt),
  hs_lastmodifieddate: (_, deal) => iso(deal.lastModifiedAt),
  hs_is_closed: (table, deal) => flag(stageOf(table, deal)?.isClosed === true),
  hs_is_closed_won: (table, deal) => flag(isClosedAt(table, deal, 1)),
  hs_is_closed_lost: (table, deal) => flag(isClosedAt(table, deal, 0)),
  hs_deal_stage_probability: (table, deal) => noisy(stageOf(table, deal)?.probability ?? null),
  hs_v2_date_entered_current_stage: (_, deal) => iso(deal.histories['dealstage']?.at(-1)?.at ?? deal.createdAt),
};

/** The value of a property as HubSpot serves it; null when it is unset. */
export function propertyOf(table: DealTable, deal: SimDeal, name: string): string | null {
  return COMPUTATIONS[name]?.(table, deal) ?? (deal.properties[name] || null);
}

function isClosedAt(table: DealTable, deal: SimDeal, probability: number): boolean {
  const stage = stageOf(table, deal);
  return stage?.isClosed === true && stage.probability === probability;
}

/** HubSpot serves every digit of the binary number, as in 0.200000000000000011102230246251565404236316680908203125. */
function noisy(probability: number | null): string | null {
  // oxlint-disable-next-line oxc/number-arg-out-of-range -- up to 100 digits since ES2018
  return probability === null ? null : probability.toFixed(60).replace(/\.?0+$/, '');
}
