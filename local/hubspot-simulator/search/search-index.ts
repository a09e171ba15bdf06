import type { Clock } from '../../../functions/ports/clock.ts';
import type { SimDeal } from '../portal/deal-state.ts';
import type { DealTable } from '../portal/deal-table.ts';

/** What search sees: the deals of some time ago. Live deals only, as HubSpot's search knows no archived ones. */
export interface SearchIndex {
  /** Changes with the content, so that a reader knows when its own results are old. */
  readonly version: number;
  deals(): Iterable<SimDeal>;
  noteChanged(dealIds: readonly string[]): void;
}

interface Pending {
  readonly dealId: string;
  readonly deal: SimDeal | null;
  readonly dueAt: number;
}

export function createSearchIndex(
  table: DealTable,
  { clock, lagMs }: { readonly clock: Clock; readonly lagMs: number },
): SearchIndex {
  const indexed = new Map<string, SimDeal>();
  for (const deal of table.live()) indexed.set(deal.dealId, deal);
  const pending: Pending[] = [];
  let version = 0;

  const catchUp = (): void => {
    const now = clock.now();
    for (let next = pending[0]; next !== undefined && next.dueAt <= now; next = pending[0]) {
      pending.shift();
      version += 1;
      if (next.deal === null) indexed.delete(next.dealId);
      else indexed.set(next.dealId, next.deal);
    }
  };

  return {
    get version() {
      catchUp();
      return version;
    },
    deals() {
      catchUp();
      return indexed.values();
    },
    noteChanged(dealIds) {
      for (const dealId of dealIds) {
        const found = table.find(dealId);
        const isLive = found?.dealId === dealId && table.archivedAt(dealId) === null;
        pending.push({ dealId, deal: isLive ? found : null, dueAt: clock.now() + lagMs });
      }
    },
  };
}
