import type { Estimate } from './estimate.ts';

/** Where a shown win probability comes from: the life table knows how long the deal has been in its stage, the stage rate does not. */
export type ChanceMethod = 'life-table' | 'stage-rate';

/**
 * Which of the two is shown, and why. The life table only where it was measurably better on the portal's own past:
 * `proven`, its skill's interval lies above 0; `not-proven`, it does not; `insufficient`, too few forecasts have come due.
 */
export interface Promotion {
  readonly shows: ChanceMethod;
  readonly reason: 'proven' | 'not-proven' | 'insufficient';
  /** Skill of the life table over the stage rate: 1 - Brier / Brier of the stage rate; 95 %, clustered by deal. */
  readonly skill: Estimate;
  /** `frozen` once enough of the forecasts that were really said have come due. */
  readonly judgedBy: 'backtest' | 'frozen';
}
