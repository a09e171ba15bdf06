import { DAY_MS, type EpochMs, type PipelineIndex, pipelineIndex, shardOf } from '@deal-stage-insights/shared';
import type { Log } from '../log.ts';
import type { BlockStore } from '../ports/block-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { DealStore } from '../ports/deal-store.ts';
import type { ErasureStore, KeptErasure } from '../ports/erasure-store.ts';
import type { FrozenStore } from '../ports/frozen-store.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import type { StatusStore } from '../ports/status-store.ts';
import { isCurrent } from '../rollup/roll-up-shard.ts';
import { type DealTraces, eraseDealTraces } from './erase-deal.ts';

const WRITERS_GONE_MS = 16 * 60_000; // No function runs for longer than 15 minutes: by then none is left that began before.
const ROLLUP_GONE_MS = 6 * 60_000; // Of rollup: 5 minutes.
const FROZEN_DAYS = 403; // 400 that are kept, and the day before and after.
const REMEMBERED_MS = 35 * 86_400_000; // As long as the table can be restored to an instant before.

export interface ContinueErasuresDeps extends DealTraces {
  readonly dealStore: DealTraces['dealStore'] & Pick<DealStore, 'readShard'>;
  readonly blockStore: Pick<BlockStore, 'readHead'>;
  readonly reference: Pick<ReferenceStore, 'readPipelines'>;
  readonly status: DealTraces['status'] & Pick<StatusStore, 'readMarks'>;
  readonly erasures: ErasureStore;
  readonly frozenStore: Pick<FrozenStore, 'forgetDeal'>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Goes on with what was asked to be erased, until `until`; a schedule calls it. Each step can be repeated, so a call that
 * breaks is made good by the next. Answers whether the whole account is erased: then there is nothing else to do in it.
 */
export async function continueErasures(deps: ContinueErasuresDeps, until: EpochMs): Promise<boolean> {
  const erasures = await deps.erasures.list();
  const portal = erasures.find(({ scope }) => scope === 'portal');
  if (portal !== undefined) {
    await erasePortal(deps, portal, until);
    return true;
  }
  const underWay = erasures.filter(({ finishedAt }) => finishedAt === null);
  if (underWay.length === 0) return false;
  const index = pipelineIndex((await deps.reference.readPipelines())?.pipelines ?? []);
  for (const erasure of underWay) {
    if (deps.clock.now() >= until) break;
    await eraseDealOf(deps, erasure, index);
  }
  return false;
}

/**
 * Removes all there is, again and again: also what a function that began before the mark has written since. It is finished
 * when a pass finds nothing that began after the last such function's end; later passes keep it so.
 */
async function erasePortal(deps: ContinueErasuresDeps, portal: KeptErasure, until: EpochMs): Promise<void> {
  const startedAt = deps.clock.now();
  const { removed, isAll } = await deps.erasures.removeAll(until);
  if (removed === 0 && portal.finishedAt !== null) return;
  const isFinished = isAll && removed === 0 && startedAt - portal.askedAt >= WRITERS_GONE_MS;
  const itemsRemoved = portal.itemsRemoved + removed;
  await deps.erasures.store({ ...portal, itemsRemoved, finishedAt: isFinished ? startedAt : null });
  deps.log.info('account erased', { itemsRemoved, isFinished });
}

/** Every day of which something may be kept, in any time zone. */
function frozenDays(now: EpochMs): readonly string[] {
  return Array.from({ length: FROZEN_DAYS }, (_, back) =>
    new Date(now + DAY_MS - back * DAY_MS).toISOString().slice(0, 10),
  );
}

/**
 * The record is a tombstone from the moment of asking. Blocks are clean once the shard's head is of today's records;
 * reports are once a whole pass of rollup came after that; and no function that knew the deal lives on.
 */
async function eraseDealOf(deps: ContinueErasuresDeps, erasure: KeptErasure, index: PipelineIndex): Promise<void> {
  const dealId = erasure.dealId ?? '';
  const shard = shardOf(dealId);
  await eraseDealTraces(deps, dealId);
  const now = deps.clock.now();
  const isClean = isCurrent(await deps.blockStore.readHead(shard), await deps.dealStore.readShard(shard), index);
  const cleanSince = isClean ? (erasure.cleanSince ?? now) : null;
  const removed =
    cleanSince !== null && cleanSince < now
      ? (await deps.erasures.removeOldChunks(shard)) + (await deps.frozenStore.forgetDeal(dealId, frozenDays(now)))
      : 0;
  const rolledUpAt = (await deps.status.readMarks()).rollup ?? 0;
  const isFinished =
    cleanSince !== null && rolledUpAt - cleanSince > ROLLUP_GONE_MS && now - erasure.askedAt > WRITERS_GONE_MS;
  const next = { ...erasure, cleanSince, itemsRemoved: erasure.itemsRemoved + removed };
  if (isFinished) await deps.erasures.expire({ ...next, finishedAt: now }, now + REMEMBERED_MS);
  else await deps.erasures.store(next);
  deps.log.info('deal erased', { shard, isFinished });
}
