import type { Insufficient } from '@deal-stage-insights/shared';
import type { ForecastScore, Summary } from './summary.ts';
import type { Scores } from './score.ts';

/** The summary in a few lines, for reading. */
export function tableOf({ horizonDays, rows, within, facts, ever, forecast }: Summary): string {
  const { shown, lifeTable, gainOverLifeTable: gain, stageRate, skillOverStageRate: skill } = within;
  const used = facts.filter((use) => use.used).length;
  const lines = [
    `${rows.all} rows; too little known for ${rows.insufficient}; not due ${rows.notDue}`,
    '',
    cells('', 'n', 'seen', 'said', 'Brier', 'log loss', 'AUC', 'ECE', '  slope'),
    scoreLine(`won within ${horizonDays} d`, shown),
    ...(used > 0 ? [scoreLine('  by life table alone', lifeTable)] : []),
    scoreLine('  by stage rate', stageRate),
    scoreLine('ever, resolved only', ever.resolvedOnly),
    scoreLine('ever, open = not won', ever.unresolvedAsNotWon),
    'kind' in skill
      ? `skill over the stage rate: insufficient (n = ${skill.n})`
      : `skill over the stage rate: ${share(skill.value)} [${share(skill.low)}, ${share(skill.high)}], 95 %, by deal`,
    ...(facts.length === 0
      ? []
      : [
          `facts of deals used at ${used} of ${facts.length} landmarks` +
            (used === 0 || 'kind' in gain
              ? ''
              : `: Brier lower than by the life table alone by ${gain.value.toFixed(4)} [${gain.low.toFixed(4)}, ${gain.high.toFixed(4)}], 95 %, by deal`),
        ]),
    forecastLine('revenue of open deals', forecast.open),
    forecastLine('revenue in all', forecast.total),
    ...wideningLine(forecast.widening),
  ];
  return lines.join('\n');
}

function scoreLine(name: string, scores: Scores | Insufficient): string {
  if ('kind' in scores) return cells(name, scores.n, 'insufficient');
  const { n, base, meanForecast, brier, logLoss, auc, ece, calibration } = scores;
  return cells(
    name,
    n,
    share(base),
    share(meanForecast),
    brier.toFixed(4),
    logLoss.toFixed(4),
    typeof auc === 'number' ? share(auc) : '–',
    ece.toFixed(4),
    'kind' in calibration
      ? '–'
      : `  ${calibration.slope.toFixed(2)} [${calibration.slopeLow.toFixed(2)}, ${calibration.slopeHigh.toFixed(2)}]`,
  );
}

function forecastLine(name: string, score: ForecastScore | Insufficient): string {
  if ('kind' in score) return `${name}: insufficient (n = ${score.n})`;
  const { mape, wape, coverage80, width80, n } = score;
  return `${name}: MAPE ${(mape * 100).toFixed(1)} %, WAPE ${(wape * 100).toFixed(1)} %, 80 % interval held ${Math.round(coverage80 * n)} of ${n} times, ${share(width80)} of the actual wide`;
}

function wideningLine(widening: Summary['forecast']['widening']): readonly string[] {
  if (widening.length === 0) return [];
  const factors = widening.flatMap(({ factor }) => (typeof factor === 'number' ? [factor] : []));
  const left = widening.length - factors.length;
  return [
    `  its interval widened by past misses at ${factors.length} of ${widening.length} landmarks` +
      (factors.length > 0
        ? `, on average × ${(factors.reduce((sum, f) => sum + f, 0) / factors.length).toFixed(2)}`
        : '') +
      (left > 0 ? `; at ${left} too few forecasts had come due` : ''),
  ];
}

function cells(name: string, ...values: readonly (string | number)[]): string {
  return name.padEnd(22) + values.map((value) => String(value).padStart(9)).join('');
}

function share(value: number): string {
  return value.toFixed(3);
}
