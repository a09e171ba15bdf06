import type { HygieneFaultId } from '../contract/hygiene-report.ts';

/** What a fault may cost at most; together 100. The more figures it bends, and the easier it is to put right, the more. */
export const POINTS_MAX: Readonly<Record<HygieneFaultId, number>> = {
  'skipped-stage': 8,
  'moved-back': 6,
  'rushed-moves': 10,
  'bulk-move': 8,
  'imported-move': 6,
  'reopened-win': 6,
  'unknown-stage': 6,
  'close-date-passed': 14,
  'close-date-pushed': 8,
  'no-close-date': 8,
  'no-next-activity': 8,
  'no-amount': 8,
  'criteria-not-met': 4,
};

/** Where so many of what was looked at have a fault, it costs all its points. */
const ALL_POINTS_AT = 0.5;
const TENTHS = 10;

/** Points that a fault costs, in tenths: `POINTS_MAX × min(1, found / of / 0.5)`; 0 where there was nothing to look at. */
export function faultPoints(fault: HygieneFaultId, found: number, of: number): number {
  const share = of === 0 ? 0 : Math.min(1, found / of / ALL_POINTS_AT);
  return Math.round(POINTS_MAX[fault] * share * TENTHS) / TENTHS;
}

/** How many points a fault costs for each further share of what was looked at; 0 once it costs all of them. */
export function pointsPerShare(fault: HygieneFaultId, share: number): number {
  return share < ALL_POINTS_AT ? POINTS_MAX[fault] / ALL_POINTS_AT : 0;
}

/** 100 less all points, exact to the tenth. */
export function scoreOf(points: readonly number[]): number {
  const lost = points.reduce((sum, each) => sum + Math.round(each * TENTHS), 0);
  return (100 * TENTHS - lost) / TENTHS;
}
