import type { DealRead, PresentRead } from './deal-read.ts';
import type { DealRecord, ErasedDeal, KeptDeal } from './deal-record.ts';
import { newerVersion, versionOf } from './deal-version.ts';
import { joinLayers } from './history-layers.ts';
import { compareText } from './order.ts';

/**
 * Joins what is stored of a deal with one read of it. Any order, repetition and split of the same reads gives the same
 * record, byte for byte (its JSON).
 *
 * Answers `stored` itself (the same object) when the read says nothing new: then there is nothing to write.
 * Answers null only for a deal that nobody knows: nothing stored, and missing at HubSpot.
 * @example
 * const next = mergeDeal(stored, read);
 * if (next !== stored && next !== null) await store(next);
 */
export function mergeDeal(stored: DealRecord | null, read: DealRead): DealRecord | null {
  if (stored !== null && stored.dealId !== read.dealId) {
    throw new Error(`A read of deal ${read.dealId} cannot be merged into the record of deal ${stored.dealId}.`);
  }
  if (stored?.kind === 'erased') return stored;
  const next = joinRead(stored, read);
  return stored !== null && JSON.stringify(next) === JSON.stringify(stored) ? stored : next;
}

/** The tombstone of an erased deal. Merging anything into it gives the tombstone. */
export function eraseDeal(dealId: string): ErasedDeal {
  return { kind: 'erased', dealId };
}

function joinRead(stored: KeptDeal | null, read: DealRead): KeptDeal | null {
  // No instant of HubSpot's comes with `missing`, and an answer may lack a deal by mistake: so it takes nothing away.
  if (read.kind === 'missing') return stored;
  const deal = stored ?? unknownDeal(read.dealId);
  if (read.kind === 'present') return joinPresent(deal, read);
  if (read.kind === 'deleted') return { ...deal, deletedAt: laterDeletion(deal, read.deletedAt) };
  return { ...deal, mergedInto: earlierMerge(deal.mergedInto, { at: read.mergedAt, dealId: read.intoDealId }) };
}

function unknownDeal(dealId: string): KeptDeal {
  return { kind: 'deal', dealId, version: null, layers: [], deletedAt: null, mergedInto: null };
}

function joinPresent(deal: KeptDeal, read: PresentRead): KeptDeal {
  const version = newerVersion(deal.version, versionOf(read));
  const isRestored = deal.deletedAt !== null && deal.deletedAt <= version.lastModifiedAt;
  return {
    ...deal,
    version,
    layers: joinLayers(deal.layers, read),
    deletedAt: isRestored ? null : deal.deletedAt,
  };
}

/** A deletion counts while HubSpot shows no version from that instant or later. */
function laterDeletion({ version, deletedAt }: KeptDeal, at: number): number | null {
  if (version !== null && version.lastModifiedAt >= at) return deletedAt;
  return Math.max(deletedAt ?? at, at);
}

function earlierMerge(a: KeptDeal['mergedInto'], b: NonNullable<KeptDeal['mergedInto']>): KeptDeal['mergedInto'] {
  if (a === null) return b;
  return (a.at - b.at || compareText(a.dealId, b.dealId)) <= 0 ? a : b;
}
