import type { EpochMs } from '@deal-stage-insights/shared';
import type { LogStage } from '../history-csv/log-stages.ts';
import type { LoggedHistory, LoggedTransition } from '../history-csv/logged-deal.ts';

/** A deal that is in a live stage at a landmark, with what came of it: for scoring alone, no model sees it. */
export interface LandmarkRow {
  readonly dealId: string;
  readonly landmark: EpochMs;
  readonly stageId: string;
  readonly ageMs: number;
  readonly outcome: Outcome;
}

interface Outcome {
  /** 1: won in (landmark, landmark + horizon]; 0: not; null: the log ends before the horizon does. */
  readonly within: 0 | 1 | null;
  /** 1: won later; 0: lost at the log's end; null: not resolved. */
  readonly ever: 0 | 1 | null;
  /** First win after the landmark; null without one. */
  readonly wonAt: EpochMs | null;
}

export interface LandmarkQuestion {
  readonly landmark: EpochMs;
  readonly horizonMs: number;
  readonly logEndsAt: EpochMs;
}

export type RoleOf = (stageId: string) => LogStage['role'];

/** The deals that are in a live stage at a landmark: entered by then, next change later or none. */
export function landmarkRows(
  histories: readonly LoggedHistory[],
  roleOf: RoleOf,
  question: LandmarkQuestion,
): readonly LandmarkRow[] {
  const { landmark } = question;
  return histories.flatMap(({ dealId, transitions }) => {
    const next = transitions.findIndex(({ at }) => at > landmark);
    const current = transitions[(next < 0 ? transitions.length : next) - 1];
    if (current === undefined || roleOf(current.toStage) !== 'open') return [];
    const later = next < 0 ? [] : transitions.slice(next);
    return [
      {
        dealId,
        landmark,
        stageId: current.toStage,
        ageMs: landmark - current.at,
        outcome: outcomeOf(later, roleOf, question),
      },
    ];
  });
}

function outcomeOf(later: readonly LoggedTransition[], roleOf: RoleOf, question: LandmarkQuestion): Outcome {
  const { landmark, horizonMs, logEndsAt } = question;
  const wonAt = later.find(({ toStage }) => roleOf(toStage) === 'won')?.at ?? null;
  const last = later.at(-1);
  const isLost = last !== undefined && roleOf(last.toStage) === 'lost';
  const within = wonAt !== null && wonAt <= landmark + horizonMs ? 1 : 0;
  return {
    within: landmark + horizonMs <= logEndsAt ? within : null,
    ever: wonAt !== null ? 1 : isLost ? 0 : null,
    wonAt,
  };
}
