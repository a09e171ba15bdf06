import type { CloseWindowView } from '../contract/deal-coaching.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import { closeWindowAt, type DaysToWin } from '../model/close-window-at.ts';
import type { PipelineModel } from '../model/pipeline-model.ts';

/** A deal that is in a stage, with the close date that a person typed. */
export interface DealToClose {
  readonly stageId: string;
  readonly ageMs: number;
  readonly typedAt: EpochMs | null;
  readonly now: EpochMs;
}

const MIDDLE_HALF = 0.5;

/**
 * When is a deal like this won, if it is won: the instants by which a quarter, half and three quarters of such wins have come,
 * and where the typed close date lies to them. Null where the model tells no window (fewer than 10 wins, too few visits
 * followed), or where three quarters of the wins lie further away than it looks.
 * @example dealCloseWindow(model, { stageId: 'proposal', ageMs: 14 * DAY_MS, typedAt: null, now })?.typed // 'none'
 */
export function dealCloseWindow(
  model: PipelineModel,
  { stageId, ageMs, typedAt, now }: DealToClose,
): CloseWindowView | null {
  const window = closeWindowAt(model, stageId, ageMs);
  if (window === null || window.kind === 'insufficient') return null;
  const fromAt = instantOf(window.p25, now);
  const medianAt = instantOf(window.p50, now);
  const toAt = instantOf(window.p75, now);
  if (fromAt === null || medianAt === null || toAt === null) return null;
  const typed = typedAmong(typedAt, { fromAt, toAt, now });
  return { fromAt, medianAt, toAt, level: MIDDLE_HALF, n: window.n, typedAt, typed };
}

const instantOf = (time: DaysToWin, now: EpochMs): EpochMs | null =>
  time.kind === 'days' ? Math.round(now + time.days * DAY_MS) : null;

function typedAmong(
  typedAt: EpochMs | null,
  { fromAt, toAt, now }: { readonly fromAt: EpochMs; readonly toAt: EpochMs; readonly now: EpochMs },
): CloseWindowView['typed'] {
  if (typedAt === null) return 'none';
  if (typedAt < now) return 'passed';
  if (typedAt < fromAt) return 'before';
  return typedAt <= toAt ? 'within' : 'after';
}
