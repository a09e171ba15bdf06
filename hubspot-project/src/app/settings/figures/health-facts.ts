import type { Health } from '@deal-stage-insights/shared';

export type HealthNeed =
  | 'token-refused'
  | 'daily-limit'
  | 'webhooks-never'
  | 'webhooks-silent'
  | 'set-aside'
  | 'mismatches'
  | 'backfill-failed'
  | 'behind';

/** What an admin should look at, the most pressing first. Empty: nothing. */
export function needsOf({
  webhooks,
  deadLetters,
  mismatches,
  backfill,
  shardsBehind,
  hubspot,
}: Health): readonly HealthNeed[] {
  const needs: (HealthNeed | false)[] = [
    hubspot !== null && hubspot.tokenRefusedAt !== null && 'token-refused',
    hubspot !== null && hubspot.dailyLimitAt !== null && 'daily-limit',
    backfill?.state === 'failed' && 'backfill-failed',
    webhooks.state === 'never' && 'webhooks-never',
    webhooks.state === 'silent' && 'webhooks-silent',
    deadLetters.count > 0 && 'set-aside',
    mismatches > 0 && deadLetters.count === 0 && 'mismatches',
    shardsBehind > 0 && 'behind',
  ];
  return needs.filter((need) => need !== false);
}

/** How much of the first read is done, 0–1; null as long as it is not known how much there is. */
export function readShare(backfill: NonNullable<Health['backfill']>): number | null {
  if (backfill.state === 'done') return 1;
  if (backfill.dealsFound === null || backfill.dealsFound === 0) return null;
  return Math.min(1, backfill.dealsRead / backfill.dealsFound);
}

const PACE_KNOWN_AFTER_MS = 10_000;
const PACE_TRUE_UP_TO_MS = 6 * 3_600_000; // A read that takes longer has waited for a night in between.

/** How long the rest of a read takes at the pace so far; null where there is none to go by. */
export function remainingMs(backfill: NonNullable<Health['backfill']>, asOf: number): number | null {
  const { state, startedAt, dealsRead, dealsFound, waitsUntil } = backfill;
  const elapsedMs = asOf - startedAt;
  const hasPace = elapsedMs >= PACE_KNOWN_AFTER_MS && elapsedMs <= PACE_TRUE_UP_TO_MS && dealsRead > 0;
  if (state !== 'running' || waitsUntil !== null || dealsFound === null || !hasPace) return null;
  return (Math.max(0, dealsFound - dealsRead) * elapsedMs) / dealsRead;
}
