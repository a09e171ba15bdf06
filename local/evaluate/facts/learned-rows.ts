import { DAY_MS, type EpochMs, type LearnedRow } from '@deal-stage-insights/shared';
import type { LoggedHistory, LoggedTransition } from '../../history-csv/logged-deal.ts';
import type { RoleOf } from '../outcomes.ts';

/** A deal in a live stage at an earlier instant. */
export interface PastRow {
  readonly history: LoggedHistory;
  readonly at: EpochMs;
  readonly stageId: string;
  readonly ageMs: number;
  readonly outcome: LearnedRow['outcome'];
  readonly isDue: boolean;
}

export interface PastQuestion {
  readonly histories: readonly LoggedHistory[];
  readonly roleOf: RoleOf;
  readonly landmark: EpochMs;
  readonly horizonMs: number;
  /** What the life table gives a deal that waits at the landmark for the time that is left; null: it says nothing. */
  readonly chanceLater: (stageId: string, ageMs: number, ms: number) => number | null;
}

/** Days between two rows of a deal: daily ones say next to nothing more. */
const STEP_MS = 2 * DAY_MS;

/**
 * What the past before a landmark teaches: each deal, every second day on which it was in a live stage, and whether it was won
 * within the horizon from there. Where the horizon had not passed by the landmark and the deal still waits, the life table says
 * how likely it is for the rest of the time: so the last month is in it too, and the quick wins and losses alone are not.
 */
export function pastRows({ histories, roleOf, landmark, horizonMs, chanceLater }: PastQuestion): readonly PastRow[] {
  return histories.flatMap((history): PastRow[] => {
    const known = history.transitions.filter(({ at }) => at <= landmark);
    const wonAt = known.find(({ toStage }) => roleOf(toStage) === 'won')?.at ?? Number.POSITIVE_INFINITY;
    const [now, firstAt] = [known.at(-1), known[0]?.at ?? landmark];
    if (now === undefined) return [];
    const isWaiting = roleOf(now.toStage) === 'open';
    const rows: PastRow[] = [];
    for (let at = landmark - STEP_MS; at > firstAt; at -= STEP_MS) {
      const here = currentAt(known, at);
      if (here === undefined || roleOf(here.toStage) !== 'open') continue;
      const later = at + horizonMs - landmark;
      const outcome =
        wonAt > at && wonAt <= at + horizonMs
          ? 1
          : later > 0 && isWaiting
            ? chanceLater(now.toStage, landmark - now.at, later)
            : 0;
      if (outcome !== null) {
        rows.push({ history, at, stageId: here.toStage, ageMs: at - here.at, outcome, isDue: later <= 0 });
      }
    }
    return rows;
  });
}

function currentAt(transitions: readonly LoggedTransition[], at: EpochMs): LoggedTransition | undefined {
  return transitions.findLast((transition) => transition.at <= at);
}
