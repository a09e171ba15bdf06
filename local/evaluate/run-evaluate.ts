import { loadLog } from '../history-csv/load-log.ts';
import { readActivities } from '../history-csv/read-activities.ts';
import type { Progress } from '../runtime/progress.ts';
import { EvaluateError } from './evaluate-error.ts';
import type { EvaluateFlags } from './evaluate-flags.ts';
import { type Evaluation, evaluateLog, type EvaluationQuestion } from './evaluate-log.ts';
import { reasonOf } from './reason.ts';
import { writeResults } from './write-results.ts';

/** Reads the log whole, evaluates it, and only then writes anything. */
export async function runEvaluate(flags: EvaluateFlags, progress: Progress): Promise<Evaluation> {
  const reading = progress.step('Reading the log');
  const { log, activities } = await readLog(flags);
  reading.done(`${log.histories.length} deals`);
  const landmarks = progress.step('Predicting and scoring');
  const evaluation = evaluateLog({
    log,
    activities,
    landmarks: flags.landmarks,
    horizonDays: flags.horizonDays,
    onLandmark: (done) => landmarks.update(done, flags.landmarks.length),
  });
  landmarks.done(`${flags.landmarks.length} landmarks, ${evaluation.predictions.length} rows`);
  try {
    await writeResults(flags.out, evaluation);
  } catch (cause) {
    throw new EvaluateError(`The results cannot be written to ${flags.out}: ${reasonOf(cause)}`, { cause });
  }
  return evaluation;
}

type ReadLog = Pick<EvaluationQuestion, 'log' | 'activities'>;

async function readLog({ history, deals, stages, activities }: EvaluateFlags): Promise<ReadLog> {
  try {
    const log = await loadLog({ history, deals, stages });
    const read = activities === undefined ? null : await readActivities(activities);
    if (log.histories.length === 0) throw new EvaluateError(`${history} has no stage change below its header.`);
    return { log, activities: read === null ? null : Map.groupBy(read, ({ dealId }) => dealId) };
  } catch (cause) {
    throw new EvaluateError(reasonOf(cause), { cause });
  }
}
