import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DAY_MS } from '@deal-stage-insights/shared';
import type { Evaluation } from './evaluate-log.ts';
import { forecastFan } from './pictures/forecast-fan.ts';
import { reliabilityDiagram } from './pictures/reliability-diagram.ts';
import { iso, scoredRows } from './summary.ts';

/** Writes the rows, the summary and the two pictures into a folder, which is made when it is missing. */
export async function writeResults(folder: string, { predictions, forecasts, summary }: Evaluation): Promise<void> {
  await mkdir(folder, { recursive: true });
  const predictionLines = predictions.map(({ dealId, landmark, stageId, ageMs, within, ever }) =>
    csvLine([dealId, iso(landmark), stageId, fixed(ageMs / DAY_MS, 5), fixed(within, 6), fixed(ever, 6)]),
  );
  const forecastLines = forecasts.map(({ landmark, part, mean, p10, p50, p90, actual }) =>
    csvLine([iso(landmark), part, ...[mean, p10, p50, p90, actual].map((amount) => fixed(amount, 2))]),
  );
  await writeLines(join(folder, 'predictions.csv'), [
    'deal_id,landmark,stage,age_days,p_horizon,p_ever',
    ...predictionLines,
  ]);
  await writeLines(join(folder, 'moved.csv'), [
    'deal_id,landmark,p_life_table,fact,log_odds',
    ...movedLines(predictions),
  ]);
  await writeLines(join(folder, 'forecast.csv'), ['landmark,part,mean,p10,p50,p90,actual', ...forecastLines]);
  await writeFile(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  await writeFile(join(folder, 'reliability.svg'), reliabilityDiagram(scoredRows(predictions), summary.horizonDays));
  await writeFile(join(folder, 'forecast-fan.svg'), forecastFan(forecasts, summary.horizonDays));
}

/** What moved each chance most, where the facts of deals were used. */
function movedLines(predictions: Evaluation['predictions']): readonly string[] {
  return predictions.flatMap(({ dealId, landmark, lifeTable, moved }) =>
    moved.map(({ fact, logOdds }) => csvLine([dealId, iso(landmark), fixed(lifeTable, 6), fact, logOdds.toFixed(3)])),
  );
}

async function writeLines(file: string, lines: readonly string[]): Promise<void> {
  await writeFile(file, `${lines.join('\n')}\n`);
}

/** An empty cell where there is not enough to say a number. */
function fixed(value: number | null, digits: number): string {
  return value === null ? '' : value.toFixed(digits);
}

function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}
