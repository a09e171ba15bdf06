import type { PipelineModel } from '@deal-stage-insights/shared';
import type { ReportStore } from '../ports/report-store.ts';
import { parseModel } from '../rollup/parse-model.ts';

export type ReadModel = (pipelineId: string) => Promise<PipelineModel | null>;

/** Reads a pipeline's model with each request, and parses it when it is another than the last time. */
export function warmModels(reportStore: Pick<ReportStore, 'readReport'>): ReadModel {
  const kept = new Map<string, { readonly json: string | null; readonly model: PipelineModel }>();
  return async (pipelineId) => {
    const json = await reportStore.readReport(pipelineId, 'model');
    const last = kept.get(pipelineId);
    if (last !== undefined && last.json === json) return last.model;
    const model = parseModel(json);
    if (model !== null) kept.set(pipelineId, { json, model });
    return model;
  };
}
