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
