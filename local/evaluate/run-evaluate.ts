import { loadLog } from '../history-csv/load-log.ts';
import { readActivities } from '../history-csv/read-activities.ts';
import type { Progress } from '../runtime/progress.ts';
import type { EvaluateFlags } from './evaluate-flags.ts';
import { type Evaluation, evaluateLog } from './evaluate-log.ts';
import { writeResults } from './write-results.ts';

/** Reads the log whole, evaluates it, and only then writes anything. */
export async function runEvaluate(flags: EvaluateFlags, progress: Progress): Promise<Evaluation> {
  const reading = progress.step('Reading the log');
  const log = await loadLog({ history: flags.history, deals: flags.deals, stages: flags.stages });
  // Checked, so that a faulty file does not look used; no model looks at activities yet.
  if (flags.activities !== undefined) await readActivities(flags.activities);
  reading.done(`${log.histories.length} deals`);
  const landmarks = progress.step('Predicting and scoring');
  const evaluation = evaluateLog({
    log,
    landmarks: flags.landmarks,
    horizonDays: flags.horizonDays,
    onLandmark: (done) => landmarks.update(done, flags.landmarks.length),
  });
  landmarks.done(`${flags.landmarks.length} landmarks, ${evaluation.predictions.length} rows`);
  await writeResults(flags.out, evaluation);
  return evaluation;
}
