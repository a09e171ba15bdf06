import { CODE_VERSION } from '../../../../functions/code-version.ts';
import type { SeenHealth } from '../../hubspot/signed-health.ts';
import { span } from '../ago.ts';
import { attention, type Finding, ok } from '../finding.ts';

const WEBHOOKS_QUIET_MS = 3 * 86_400_000; // A long weekend without a change of a deal is usual; more is worth a look.
const NIGHTLY_OVERDUE_MS = 26 * 3_600_000;
const ERASURE_OVERDUE_MS = 3 * 3_600_000; // That of a deal takes less than one hour, of an account little more.

/** What the backend says of itself. */
export function healthFindings(health: SeenHealth, now: number): readonly Finding[] {
  return [
    versionFinding(health),
    webhookFinding(health, now),
    backfillFinding(health, now),
    lagFinding(health, now),
    stepFinding(health),
    ...erasureFindings(health, now),
  ];
}

const versionFinding = ({ version }: SeenHealth): Finding =>
  version === CODE_VERSION
    ? ok('version', `${version}, as in this folder`)
    : attention(
        'version',
        `${version} runs, this folder has ${CODE_VERSION}`,
        'Run npm run deploy to upgrade, or check out the version that runs.',
      );

function webhookFinding({ lastWebhookAt, webhooks }: SeenHealth, now: number): Finding {
  const what = 'webhooks';
  const remedy =
    "Move a deal to another stage and run this again. Still nothing: in HubSpot, look at the app's webhook log; reconcile reads changes meanwhile.";
  if (lastWebhookAt === null) return attention(what, 'none has arrived yet', remedy);
  const age = now - lastWebhookAt;
  if (webhooks.state === 'silent')
    return attention(what, `none for ${span(age)}, though HubSpot changed deals since`, remedy);
  return age <= WEBHOOKS_QUIET_MS
    ? ok(what, `last ${span(age)} ago`)
    : attention(what, `none for ${span(age)}`, remedy);
}

function backfillFinding({ backfill, deals }: SeenHealth, now: number): Finding {
  const what = 'backfill';
  if (backfill === null) return attention(what, 'never ran', 'Run npm run deploy -- --only backfill.');
  if (backfill.state === 'failed')
    return attention(what, 'failed', 'See the line about the token; then npm run deploy -- --only backfill goes on.');
  if (backfill.state === 'running') {
    const { dealsRead, dealsFound, waitsUntil } = backfill;
    const waits = waitsUntil !== null && waitsUntil > now;
    const pause = waits ? `; waits ${span(waitsUntil - now)} for the next day's calls to HubSpot` : '';
    return ok(what, `running: ${dealsRead} of ${dealsFound ?? 'as yet uncounted'} deals read${pause}`);
  }
  return ok(what, `done; ${deals.recorded} deals recorded`);
}

function lagFinding({ shardsBehind, lastNightlyAt }: SeenHealth, now: number): Finding {
  const what = 'reports';
  if (lastNightlyAt !== null && now - lastNightlyAt > NIGHTLY_OVERDUE_MS)
    return attention(
      what,
      `the nightly job last ran ${span(now - lastNightlyAt)} ago`,
      'Look at the log of the nightly function.',
    );
  if (shardsBehind === 0) return ok(what, 'as new as the records');
  return attention(
    what,
    `${shardsBehind} of 256 parts were older than their records at the last comparison`,
    'They are made again by themselves; if this stays, see docs/operations.md, RollupDelay.',
  );
}

function stepFinding({ mismatches, deadLetters }: SeenHealth): Finding {
  const what = 'in step';
  if (mismatches === 0) return ok(what, 'no deal is known to differ from HubSpot');
  const [most] = deadLetters.reasons;
  return attention(
    what,
    `${mismatches} deals differ from HubSpot, ${deadLetters.count} of them set aside${most === undefined ? '' : `: ${most.reason}`}`,
    'They are tried again by themselves, up to once a day; if this stays, see docs/operations.md, ReconcileMismatch.',
  );
}

function erasureFindings({ erasures }: SeenHealth, now: number): readonly Finding[] {
  if (erasures.oldestAskedAt === null) return [];
  const what = 'erasures';
  const seen = `${erasures.underWay} under way, the oldest for ${span(now - erasures.oldestAskedAt)}`;
  return now - erasures.oldestAskedAt <= ERASURE_OVERDUE_MS
    ? [ok(what, seen)]
    : [attention(what, seen, 'Look at the log of the reconcile function: its runs do the work.')];
}
