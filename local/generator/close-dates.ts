import { DAY_MS, type Revision } from '@deal-stage-insights/shared';
import { monthEnd } from './calendar.ts';
import type { DealLife } from './deal-life.ts';
import type { Random } from './random.ts';

/** Days from creation to the close date first typed, by pipeline; elsewhere 30. */
export const TYPED_AHEAD_DAYS: Readonly<Record<string, number>> = { default: 50, b2c: 15, collaborative: 80 };
const MAX_PUSHES = 5;

/** Typed at creation as an optimistic month's end, pushed a month whenever it has passed, set by HubSpot at closing. */
export function closeDateHistory(
  { model, createdAt, closedAt, endsAt }: DealLife,
  random: Random,
): readonly Revision[] {
  if (random() < 0.06) return closedAt === null ? [] : [closing(closedAt)];
  const until = closedAt ?? endsAt;
  let closeDate = monthEnd(createdAt + (TYPED_AHEAD_DAYS[model.pipelineId] ?? 30) * DAY_MS);
  const revisions = [revision(createdAt, closeDate)];
  for (let push = 0; push < MAX_PUSHES; push += 1) {
    const pushedAt = Math.floor(closeDate + random() * 6 * DAY_MS);
    if (pushedAt >= until) break;
    closeDate = monthEnd(pushedAt + 20 * DAY_MS);
    revisions.push(revision(pushedAt, closeDate));
  }
  return closedAt === null || closedAt <= createdAt ? revisions : [...revisions, closing(closedAt)];
}

function revision(at: number, closeDate: number): Revision {
  return { at, value: new Date(closeDate).toISOString(), sourceType: 'CRM_UI' };
}

function closing(closedAt: number): Revision {
  return { at: closedAt, value: new Date(closedAt).toISOString(), sourceType: 'CALCULATED' };
}
