import {
  type LentPipeline,
  lendersTo,
  lentPipeline,
  type PipelineRates,
  pipelineRates,
} from '@deal-stage-insights/shared';
import { storePrior } from '../rollup/kept-priors.ts';
import type { RefreshReportsDeps } from '../rollup/refresh-reports.ts';
import { readTonight, tonightQuestion } from './tonight.ts';

/**
 * Counts the rates and the stages of every pipeline and stores beside each the rates of all others: a pipeline of few deals
 * borrows from them. One that has no stage to lend borrows the others' stages too.
 */
export async function storePriors(deps: RefreshReportsDeps): Promise<void> {
  const tonight = await readTonight(deps);
  if (tonight.pipelines.length < 2) return;
  const rates: PipelineRates[] = [];
  const stages: LentPipeline[] = [];
  for (const pipeline of tonight.pipelines) {
    const question = await tonightQuestion(deps, tonight, pipeline);
    if (question === null) continue;
    rates.push(pipelineRates(question));
    stages.push(lentPipeline({ ...question, asOf: question.stamp.asOf }));
  }
  const isLender = new Set(stages.filter((each) => each.stages.length > 0).map(({ pipelineId }) => pipelineId));
  for (const { pipelineId } of tonight.pipelines) {
    const others = rates.filter((each) => each.pipelineId !== pipelineId);
    const lent = isLender.has(pipelineId) ? [] : lendersTo(pipelineId, stages);
    await storePrior(deps.reportStore, pipelineId, { others, lent });
  }
}
