import { describe, expect, it } from 'vitest';
import { evaluateLog } from '../../../local/evaluate/evaluate-log.ts';
import { loadLog } from '../../../local/history-csv/load-log.ts';
import { bpi2012File } from '../../support/bpi2012.ts';

/** Mondays before the test landmarks: those are looked at by hand, and each look is written down in docs/evaluation.md. */
const TUNING_LANDMARKS = ['2011-11-07', '2011-11-14', '2011-11-21', '2011-11-28', '2011-12-05', '2011-12-12'].map(
  (day) => Date.parse(day),
);

describe('the forecasts on a real log', () => {
  it('stay as good as they were: Brier .179, log loss .53, and better than the stage rate', async () => {
    const log = await loadLog({ history: bpi2012File('bpi2012_transitions.csv.gz') });

    const { summary } = evaluateLog({
      log,
      activities: null,
      landmarks: TUNING_LANDMARKS,
      horizonDays: 30,
      onLandmark: () => undefined,
    });

    const { lifeTable, skillOverStageRate: skill } = summary.within;
    if ('kind' in lifeTable || 'kind' in skill) throw new Error('nothing scored');
    expect(summary.rows.all).toBe(4463);
    expect(lifeTable.brier).toBeLessThanOrEqual(0.179);
    expect(lifeTable.logLoss).toBeLessThanOrEqual(0.53);
    expect(lifeTable.ece).toBeLessThanOrEqual(0.02);
    expect(skill.low).toBeGreaterThan(0);
  });
});
