import {
  coachingEvidence,
  coachingFigures,
  MODEL_VERSION,
  repEvidence,
  type ReportQuestion,
  type VisitBlock,
} from '@deal-stage-insights/shared';
import { reportQuestion } from '../../functions/rollup/report-question.ts';
import { REPORTS } from '../../functions/rollup/report-registry.ts';
import { SERVED_REPORTS } from '../../functions/rollup/served-reports.ts';
import { processorMs } from '../measurement.ts';
import { BENCH_NOW, BENCH_PIPELINE } from './some-deals.ts';

/** A question about a pipeline, with nothing made of it yet. */
export function benchQuestion(table: VisitBlock): ReportQuestion {
  const question = reportQuestion({
    table,
    pipeline: BENCH_PIPELINE,
    account: { timeZone: 'UTC', currency: 'EUR' },
    stamp: { asOf: BENCH_NOW, position: {}, modelVersion: MODEL_VERSION },
  });
  if (question === null) throw new Error('The period of the bench has days that are over.');
  return question;
}

/**
 * What each part of a pass costs, ms: the life table, how chances fared, and then, one after the other as rollup makes them,
 * all reports but the forecast. What several need counts where it is first asked for.
 */
export async function reportPass(table: VisitBlock): Promise<ReadonlyMap<string, number>> {
  const question = benchQuestion(table);
  const split = new Map<string, number>();
  const time = async <T>(name: string, make: () => T): Promise<T[]> => {
    const made: T[] = [];
    split.set(name, await processorMs(() => made.push(make())));
    return made;
  };
  await time('life table', question.model);
  await time('chances judged', question.judged);
  await time('coaching figures', () => coachingFigures(question));
  await time('flag quality', question.flagQuality);
  for (const name of SERVED_REPORTS) if (name !== 'forecast') await time(name, () => REPORTS[name](question));
  const [reps] = await time('reps', () => repEvidence(question));
  await time('coaching', () => coachingEvidence(question, reps));
  return split;
}
