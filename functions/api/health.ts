import type {
  BackfillProgress,
  DeadLetterHealth,
  Erasure,
  ErasureHealth,
  Health,
  HubSpotHealth,
  ReconcileHealth,
  SweepHealth,
  WebhookHealth,
} from '@deal-stage-insights/shared';
import { CODE_VERSION } from '../code-version.ts';
import type { DeadLetter } from '../ports/dead-letter-store.ts';
import type { ErasureStore } from '../ports/erasure-store.ts';
import type { Arrivals, Mark, ReconcileResult, SweepProgress } from '../ports/status-store.ts';
import type { ApiDeps } from './deps.ts';

const NIGHTLY_OVERDUE_MS = 26 * 3_600_000; // A day, and two hours for a day that daylight saving made longer and a late start.
const RECONCILE_RUNS_MISSED = 4; // Of one that fails, AWS repeats the run; of four, somebody should know.
const SILENT_AFTER_MS = 3_600_000; // HubSpot repeats deliveries over hours; most come within seconds.
const REASONS_MAX = 10;

interface HealthDeps extends Pick<ApiDeps, 'blockStore' | 'statusStore' | 'deadLetters' | 'clock'> {
  readonly erasing: { readonly erasures: Pick<ErasureStore, 'list'> };
}

/** How well the copy of HubSpot's deals is kept. */
export async function readHealth({
  blockStore,
  statusStore,
  deadLetters,
  clock,
  erasing,
}: HealthDeps): Promise<Health> {
  const [heads, marks, arrivals, nightly, reconciled, swept, backfill, letters, erasures] = await Promise.all([
    blockStore.readHeads(),
    statusStore.readMarks(),
    statusStore.readArrivals(),
    statusStore.readNightly(),
    statusStore.readReconcile(),
    statusStore.readSweep(),
    statusStore.readLatestBackfill(),
    deadLetters.list(),
    erasing.erasures.list(),
  ]);
  const now = clock.now();
  const mismatches = new Set([...letters.map(({ dealId }) => dealId), ...(swept?.missing ?? [])]).size;
  const isOverdue = (nightly !== null && now - nightly.at > NIGHTLY_OVERDUE_MS) || isReconcileOverdue(reconciled, now);
  const hubspot = hubspotHealth(marks);
  const isRefused = hubspot.tokenRefusedAt !== null || hubspot.dailyLimitAt !== null;
  const lastWebhookAt = marks.webhook ?? null;
  return {
    asOf: now,
    version: CODE_VERSION,
    status: statusOf({ hasBlocks: heads.length > 0, needsLook: isOverdue || isRefused, mismatches, backfill }),
    deals: {
      recorded: heads.reduce((sum, head) => sum + head.dealCount, 0),
      deleted: heads.reduce((sum, head) => sum + head.deletedCount, 0),
    },
    shardsBehind: nightly?.shardsBehind ?? 0,
    lastWebhookAt,
    lastReadAt: marks.read ?? null,
    lastNightlyAt: marks.nightly ?? null,
    backfill,
    webhooks: webhookHealth(arrivals, { lastWebhookAt, reconciled }),
    reconcile: reconciled === null ? null : reconcileHealth(reconciled, swept),
    deadLetters: deadLetterHealth(letters),
    mismatches,
    erasures: erasureHealth(erasures),
    hubspot,
  };
}

function statusOf(seen: {
  readonly hasBlocks: boolean;
  readonly needsLook: boolean;
  readonly mismatches: number;
  readonly backfill: BackfillProgress | null;
}): Health['status'] {
  if (seen.backfill?.state === 'failed' || seen.needsLook || seen.mismatches > 0) return 'degraded';
  return seen.hasBlocks && seen.backfill?.state !== 'running' ? 'ok' : 'starting';
}

function isReconcileOverdue(reconciled: ReconcileResult | null, now: number): boolean {
  if (reconciled === null || reconciled.previousAt === null) return false;
  const { at, previousAt } = reconciled;
  return now - at > Math.max(SILENT_AFTER_MS, RECONCILE_RUNS_MISSED * (at - previousAt));
}

/** A refusal is over with the first read that worked after it. */
function hubspotHealth({ tokenRefused, dailyLimit, read = 0 }: Readonly<Partial<Record<Mark, number>>>): HubSpotHealth {
  const unlessOver = (at: number | undefined): number | null => (at !== undefined && at > read ? at : null);
  return { tokenRefusedAt: unlessOver(tokenRefused), dailyLimitAt: unlessOver(dailyLimit) };
}

function webhookHealth(
  arrivals: Arrivals,
  seen: { readonly lastWebhookAt: number | null; readonly reconciled: ReconcileResult | null },
): WebhookHealth {
  const of = (arrival: keyof Arrivals): number | null => arrivals[arrival] ?? null;
  return {
    state: stateOf(seen.lastWebhookAt, seen.reconciled?.lastRepairAt ?? null),
    signatures: { v3: of('v3'), v1: of('v1') },
    kinds: {
      creation: of('creation'),
      deletion: of('deletion'),
      restore: of('restore'),
      merge: of('merge'),
      propertyChange: of('propertyChange'),
      associationChange: of('associationChange'),
    },
  };
}

/** A quiet week is no fault: webhooks are silent when there were changes, and reconcile had to find them. */
function stateOf(lastWebhookAt: number | null, lastRepairAt: number | null): WebhookHealth['state'] {
  if (lastWebhookAt === null) return 'never';
  return lastRepairAt !== null && lastRepairAt - lastWebhookAt > SILENT_AFTER_MS ? 'silent' : 'arriving';
}

function reconcileHealth(
  { at, previousAt, checked, repaired }: ReconcileResult,
  swept: SweepProgress | null,
): ReconcileHealth {
  const everyMs = previousAt === null ? null : at - previousAt;
  return { lastAt: at, everyMs, checked, repaired, sweep: swept === null ? null : sweepHealth(swept) };
}

const sweepHealth = ({ nextShard: _nextShard, missing, ...swept }: SweepProgress): SweepHealth => ({
  ...swept,
  missing: missing.length,
});

function deadLetterHealth(letters: readonly DeadLetter[]): DeadLetterHealth {
  const counts = [...Map.groupBy(letters, ({ reason }) => reason)].map(([reason, same]) => ({
    reason,
    count: same.length,
  }));
  return {
    count: letters.length,
    oldestAt: letters.length === 0 ? null : Math.min(...letters.map(({ firstAt }) => firstAt)),
    reasons: counts
      .toSorted((one, other) => other.count - one.count || (one.reason < other.reason ? -1 : 1))
      .slice(0, REASONS_MAX),
  };
}

function erasureHealth(erasures: readonly Erasure[]): ErasureHealth {
  const underWay = erasures.filter(({ finishedAt }) => finishedAt === null);
  const portal = erasures.find(({ scope }) => scope === 'portal');
  return {
    underWay: underWay.length,
    oldestAskedAt: underWay.length === 0 ? null : Math.min(...underWay.map(({ askedAt }) => askedAt)),
    portal:
      portal === undefined
        ? null
        : { askedAt: portal.askedAt, finishedAt: portal.finishedAt, itemsRemoved: portal.itemsRemoved },
  };
}
