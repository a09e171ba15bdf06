import { type DealRecord, type EpochMs, SHARD_COUNT } from '@deal-stage-insights/shared';
import type { Clock } from '../ports/clock.ts';
import type { DeadLetterStore } from '../ports/dead-letter-store.ts';
import type { DealSource } from '../ports/deal-source.ts';
import type { DealStore } from '../ports/deal-store.ts';
import { type ReadAndRecordDeps, readAndRecord } from '../read-and-record.ts';
import { isAlive } from './is-alive.ts';

const BATCHES_AT_ONCE = 4;
const ALWAYS = { from: -2_208_988_800_000, to: 4_102_444_800_000 }; // 1900 to 2100: creation dates can be typed.

export interface CompareDeps extends ReadAndRecordDeps {
  readonly source: Pick<DealSource, 'readDeals' | 'searchCreated'>;
  readonly store: ReadAndRecordDeps['store'] & Pick<DealStore, 'readShard'>;
  readonly deadLetters: Pick<DeadLetterStore, 'keep'>;
  readonly clock: Clock;
}

export interface SweepFindings {
  /** Deals read again. */
  readonly checked: number;
  /** Those with a change that nothing had told us of. */
  readonly repaired: number;
  /** Those that are alive here, and that HubSpot does not know at all. */
  readonly missing: readonly string[];
}

export interface Comparison extends SweepFindings {
  /** Deals alive at HubSpot, and in the records, before anything was repaired. */
  readonly atHubSpot: number;
  readonly recorded: number;
}

/** What is known here of a deal; `lastModifiedAt` is null unless it is alive. */
type Known = ReadonlyMap<string, EpochMs | null>;

/** Holds HubSpot's list of all deals, 200 a call, against ours, and reads each deal of which the two say something else. */
export async function compareWithHubSpot(deps: CompareDeps): Promise<Comparison> {
  const known = await readKnown(deps);
  const unseen = new Set([...known].filter(([, lastModifiedAt]) => lastModifiedAt !== null).map(([dealId]) => dealId));
  const recorded = unseen.size;
  const doubtful: string[] = [];
  let atHubSpot = 0;
  let after: string | null = null;
  do {
    const page = await deps.source.searchCreated(ALWAYS, after);
    for (const { dealId, lastModifiedAt } of page.deals) {
      unseen.delete(dealId);
      if ((known.get(dealId) ?? Number.NEGATIVE_INFINITY) < lastModifiedAt) doubtful.push(dealId);
    }
    atHubSpot += page.deals.length;
    after = page.after;
  } while (after !== null);
  return { ...(await settleIds(deps, [...doubtful, ...unseen], unseen)), atHubSpot, recorded };
}

/** Reads these deals again and records them. What cannot be read is set aside. */
export function settle(deps: CompareDeps, records: readonly DealRecord[]): Promise<SweepFindings> {
  const kept = records.filter((record) => record.kind === 'deal' && record.mergedInto === null);
  const alive = new Set(kept.filter(isAlive).map(({ dealId }) => dealId));
  return settleIds(
    deps,
    kept.map(({ dealId }) => dealId),
    alive,
  );
}

async function settleIds(
  deps: CompareDeps,
  dealIds: readonly string[],
  alive: ReadonlySet<string>,
): Promise<SweepFindings> {
  const { repaired, missing, unreadable } = await readAndRecord(deps, dealIds, BATCHES_AT_ONCE);
  if (unreadable.length > 0) await deps.deadLetters.keep(unreadable, deps.clock.now());
  return { checked: dealIds.length, repaired, missing: missing.filter((dealId) => alive.has(dealId)) };
}

async function readKnown({ store }: CompareDeps): Promise<Known> {
  const known = new Map<string, EpochMs | null>();
  for (let shard = 0; shard < SHARD_COUNT; shard += 1) {
    for (const record of await store.readShard(shard))
      known.set(record.dealId, isAlive(record) ? record.version.lastModifiedAt : null);
  }
  return known;
}
