import { type PipelineView, stageRole } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import type { HubSpotHttp } from './http.ts';

/** HubSpot's metadata are texts: "0.2", "false". */
const stageSchema = z.object({
  id: z.string(),
  label: z.string(),
  displayOrder: z.number(),
  metadata: z.object({ probability: z.nullish(z.string()), isClosed: z.nullish(z.string()) }),
});

const pipelinesSchema = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      displayOrder: z.number(),
      stages: z.array(stageSchema),
    }),
  ),
});

/** Pipelines and their stages, in the order in which HubSpot displays them. */
export async function readPipelines(http: HubSpotHttp): Promise<readonly PipelineView[]> {
  const { results } = await http.call(pipelinesSchema, { method: 'GET', path: '/crm/v3/pipelines/deals' });
  return results.toSorted(byDisplayOrder).map(({ id, label, stages }) => ({
    pipelineId: id,
    label,
    stages: stages.toSorted(byDisplayOrder).map(toStageView),
  }));
}

function toStageView({
  id,
  label,
  displayOrder,
  metadata,
}: z.output<typeof stageSchema>): PipelineView['stages'][number] {
  const probability = typedProbability(metadata.probability ?? '');
  const isClosed = metadata.isClosed === 'true';
  return {
    stageId: id,
    label,
    role: stageRole({ probability, isClosed }),
    displayOrder,
    typedProbability: probability,
    isUnknown: false,
  };
}

function typedProbability(text: string): number | null {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return value >= 0 && value <= 1 ? value : null;
}

const byDisplayOrder = (
  left: { readonly displayOrder: number; readonly id: string },
  right: { readonly displayOrder: number; readonly id: string },
): number => left.displayOrder - right.displayOrder || (left.id < right.id ? -1 : 1);
