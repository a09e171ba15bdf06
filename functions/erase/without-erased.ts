import type { Unreadable } from '../ports/dead-letter-store.ts';
import type { DealStore } from '../ports/deal-store.ts';

/**
 * Of deals that could not be read, those that may be set aside: one that was erased here is dropped without a trace, so that
 * a late retry does not write its id down again. A deal whose own item cannot be read is not an erased one, and stays.
 */
export async function withoutErased(
  store: Pick<DealStore, 'readDeals'>,
  unreadable: readonly Unreadable[],
): Promise<readonly Unreadable[]> {
  const checked = unreadable.map(async (deal) => ((await isErased(store, deal.dealId)) ? [] : [deal]));
  return (await Promise.all(checked)).flat();
}

async function isErased(store: Pick<DealStore, 'readDeals'>, dealId: string): Promise<boolean> {
  try {
    return (await store.readDeals([dealId])).get(dealId)?.record.kind === 'erased';
  } catch {
    return false; // Whoever sets it aside meets the same fault, if it is one of the store.
  }
}
