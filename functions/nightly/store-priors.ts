import { type PipelineRates, pipelineRates } from '@deal-stage-insights/shared';
import { storePrior } from '../rollup/kept-priors.ts';
import type { RefreshReportsDeps } from '../rollup/refresh-reports.ts';
import { readTonight, tonightQuestion } from './tonight.ts';

/** Counts the rates of every pipeline and stores beside each those of all others: a pipeline of few deals borrows from them. */
export async function storePriors(deps: RefreshReportsDeps): Promise<void> {
  const tonight = await readTonight(deps);
  if (tonight.pipelines.length < 2) return;
  const all: PipelineRates[] = [];
  for (const pipeline of tonight.pipelines) {
    const question = await tonightQuestion(deps, tonight, pipeline);
    if (question !== null) all.push(pipelineRates(question));
  }
  for (const { pipelineId } of tonight.pipelines) {
    const others = all.filter((each) => each.pipelineId !== pipelineId);
    await storePrior(deps.reportStore, pipelineId, others);
  }
}
