import {
  type DealRecord,
  type EpochMs,
  type PipelineIndex,
  pipelineIndex,
  stageView,
} from '@deal-stage-insights/shared';
import { DAY_MS, SHARD_COUNT } from '@deal-stage-insights/shared';
import { type Log, metricFields } from '../log.ts';
import { portalDay } from '../portal-day.ts';
import type { DealStore } from '../ports/deal-store.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import type { StatusStore, SweepProgress } from '../ports/status-store.ts';
import { type CompareDeps, compareWithHubSpot, type SweepFindings, settle } from './compare-with-hubspot.ts';
import { isAlive } from './is-alive.ts';

const SHARDS_A_STEP = 16; // What a kill costs to read again.
const DAYS_FOR_ALL = 32; // Every shard has its turn once in so many days.

export interface SweepDeps extends CompareDeps {
  readonly store: CompareDeps['store'] & Pick<DealStore, 'readShard'>;
  readonly reference: Pick<ReferenceStore, 'readPipelines' | 'readAccount'>;
  readonly status: Pick<StatusStore, 'readSweep' | 'storeSweep' | 'readLatestBackfill'>;
  readonly log: Log;
}

/**
 * Once a day of the portal: reads again every open deal, and a thirty-second of the others, then holds the list of all deals
 * against HubSpot's. It finds what webhooks and search both kept from us, deletions above all. A run that is out of time,
 * or dies, is gone on with by the next. Answers null when the day's sweep was done already.
 */
export async function sweep(deps: SweepDeps, until: EpochMs): Promise<SweepProgress | null> {
  const begun = await beginOrGoOn(deps);
  if (begun === null) return null;
  const index = pipelineIndex((await deps.reference.readPipelines())?.pipelines ?? []);
  const isOver = () => deps.clock.now() >= until;
  let progress = begun;
  while (progress.nextShard < SHARD_COUNT && !isOver()) {
    const findings = await sweepShards(deps, progress, index);
    progress = { ...added(progress, findings), nextShard: progress.nextShard + SHARDS_A_STEP };
    await deps.status.storeSweep(progress);
  }
  if (isOver()) return progress;
  const { atHubSpot, recorded, ...findings } = await compareWithHubSpot(deps);
  const finished = { ...added(progress, findings), finishedAt: deps.clock.now(), atHubSpot, recorded };
  await deps.status.storeSweep(finished);
  tell(deps.log, finished);
  return finished;
}

async function beginOrGoOn({ status, reference, clock }: SweepDeps): Promise<SweepProgress | null> {
  const [latest, backfill, account] = await Promise.all([
    status.readSweep(),
    status.readLatestBackfill(),
    reference.readAccount(),
  ]);
  if (latest !== null && latest.finishedAt === null) return latest;
  const startedAt = clock.now();
  const dayOf = (at: EpochMs) => portalDay(at, account?.timeZone ?? 'UTC');
  const day = dayOf(startedAt);
  // A backfill reads all deals: on its day there is nothing to sweep.
  if (latest?.day === day || dayOf(backfill?.finishedAt ?? 0) === day) return null;
  const nothing = { nextShard: 0, checked: 0, repaired: 0, missing: [], atHubSpot: null, recorded: null };
  return { day, startedAt, finishedAt: null, ...nothing };
}

async function sweepShards(
  deps: SweepDeps,
  { day, nextShard }: SweepProgress,
  index: PipelineIndex,
): Promise<SweepFindings> {
  const turn = (Date.parse(day) / DAY_MS) % DAYS_FOR_ALL;
  const records: DealRecord[] = [];
  for (let shard = nextShard; shard < nextShard + SHARDS_A_STEP; shard += 1) {
    const isTurn = shard % DAYS_FOR_ALL === turn;
    records.push(...(await deps.store.readShard(shard)).filter((record) => isTurn || isOpen(record, index)));
  }
  return settle(deps, records);
}

/** Alive, and in a stage that is not closed: one that HubSpot no longer lists counts as open. */
function isOpen(record: DealRecord, index: PipelineIndex): boolean {
  if (!isAlive(record)) return false;
  const { role } = stageView(index, record.version.current.dealstage ?? '');
  return role !== 'won' && role !== 'lost';
}

const added = (progress: SweepProgress, { checked, repaired, missing }: SweepFindings): SweepProgress => ({
  ...progress,
  checked: progress.checked + checked,
  repaired: progress.repaired + repaired,
  missing: [...new Set([...progress.missing, ...missing])],
});

function tell(log: Log, { missing, ...finished }: SweepProgress): void {
  log.info('swept', { ...finished, missing: missing.length });
  if (missing.length > 0)
    log.warn('out of step', { deals: missing, ...metricFields('ReconcileMismatches', missing.length) });
}
