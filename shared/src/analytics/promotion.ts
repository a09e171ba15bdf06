import type { CalibrationRecord } from '../contract/calibration-report.ts';
import type { Estimate } from '../contract/estimate.ts';
import type { Promotion } from '../contract/promotion.ts';

const NOTHING: Estimate = { kind: 'insufficient', n: 0, needed: 1 };

/**
 * Is the life table shown, or the stage rate? The life table only where the interval of its skill over the stage rate lies
 * above 0: on the forecasts that were really said as soon as they are enough to judge by, until then on the backtest.
 * @example promotionOf({ backtest, frozen }).shows // 'stage-rate'
 */
export function promotionOf({
  backtest,
  frozen,
}: {
  readonly backtest: CalibrationRecord;
  readonly frozen: CalibrationRecord;
}): Promotion {
  const said = frozen.scores?.skillOverStageRate ?? NOTHING;
  const [judgedBy, skill] =
    said.kind === 'estimate'
      ? (['frozen', said] as const)
      : (['backtest', backtest.scores?.skillOverStageRate ?? NOTHING] as const);
  if (skill.kind === 'insufficient') return { shows: 'stage-rate', reason: 'insufficient', skill, judgedBy };
  return skill.low > 0
    ? { shows: 'life-table', reason: 'proven', skill, judgedBy }
    : { shows: 'stage-rate', reason: 'not-proven', skill, judgedBy };
}
