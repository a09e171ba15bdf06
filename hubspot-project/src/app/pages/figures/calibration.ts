import type { CalibrationRecord, Estimate, ReliabilityPoint } from '@deal-stage-insights/shared';

/** Which of the two records has something to say: what was really said comes first, the past has its say until then. */
export function recordToShow(frozen: CalibrationRecord, backtest: CalibrationRecord): 'frozen' | 'backtest' | null {
  if (frozen.scores !== null) return 'frozen';
  return backtest.scores === null ? null : 'backtest';
}

export interface ReliabilityBar {
  readonly place: number;
  readonly kind: 'said' | 'seen';
  readonly percent: number;
}

/** Said beside seen for each bin, in percent: equal bars are an honest forecaster. Bins of too few deals have no bar for seen. */
export function reliabilityBars(points: readonly ReliabilityPoint[]): readonly ReliabilityBar[] {
  const percent = (share: number) => Math.round(share * 1_000) / 10;
  return points.flatMap(({ meanForecast, seen }, index) => {
    const said = { place: index + 1, kind: 'said' as const, percent: percent(meanForecast) };
    if (seen.kind === 'insufficient') return [said];
    return [said, { place: index + 1, kind: 'seen' as const, percent: percent(seen.value) }];
  });
}

/** Whether what was said lies in the interval of what was seen; null where too little was seen. */
export function saidVerdict(said: number, seen: Estimate): 'fits' | 'too-high' | 'too-low' | null {
  if (seen.kind === 'insufficient') return null;
  if (said < seen.low) return 'too-low';
  return seen.high !== null && said > seen.high ? 'too-high' : 'fits';
}

/** Whether one forecaster beats another, said only where the interval of the skill leaves zero out. */
export function skillVerdict(skill: Estimate): 'better' | 'worse' | 'no-clear-difference' | 'insufficient' {
  if (skill.kind === 'insufficient') return 'insufficient';
  if (skill.low > 0) return 'better';
  return skill.high !== null && skill.high < 0 ? 'worse' : 'no-clear-difference';
}
