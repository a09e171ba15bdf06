import { MODEL_VERSION, type PipelineModel, type StageModel } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';

/** The version names the form: a model of this version was written by this code, one of another is made again by rollup. */
const modelSchema = z.pipe(
  z.custom<PipelineModel>((value) => Object(value).modelVersion === MODEL_VERSION),
  z.transform(
    (model): PipelineModel => ({
      ...model,
      shown: model.shown ?? null,
      stages: model.stages.map((stage) => ({ ...stage, drawn: drawnOf(stage) })),
    }),
  ),
);

/** At first stages borrowed from their own pipeline alone, and did not say so. */
function drawnOf({ drawn: stored, chances }: StageModel): StageModel['drawn'] {
  const drawn = stored ?? null;
  return drawn && { ...drawn, followed: drawn.followed ?? chances.followed, from: drawn.from ?? 'pipeline' };
}

/** The stored model; null when there is none, or none of this version yet. */
export function parseModel(json: string | null): PipelineModel | null {
  if (json === null) return null;
  const parsed = modelSchema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : null;
}
