import type { Pipeline } from '@hubspot/api-client/lib/codegen/crm/pipelines/models/Pipeline.js';
import { Hono } from 'hono';
import type { SeedPipeline } from '../../portal-seed.ts';
import { notFound } from '../problem.ts';
import type { Account } from './account.ts';
import { isoOf, type Wire } from './wire.ts';

/** `/crm/v3/pipelines/deals`. Metadata values are text, as HubSpot serves them. */
export function pipelineRoutes({ seed }: Account): Hono {
  const pipelines = seed.pipelines.map(wirePipeline);
  return new Hono()
    .get('/', (context) => context.json({ results: pipelines }))
    .get('/:pipelineId', (context) => {
      const pipeline = pipelines.find(({ id }) => id === context.req.param('pipelineId'));
      if (pipeline === undefined) throw notFound();
      return context.json(pipeline);
    });
}

function wirePipeline({ pipelineId, label, stages }: SeedPipeline, displayOrder: number): Wire<Pipeline> {
  const since = { createdAt: isoOf(0), updatedAt: isoOf(0), archived: false }; // default stages date from the epoch
  return {
    id: pipelineId,
    label,
    displayOrder,
    ...since,
    stages: stages.map((stage, order) => ({
      id: stage.stageId,
      label: stage.label,
      displayOrder: order,
      metadata: {
        isClosed: String(stage.isClosed),
        ...(stage.probability !== null && { probability: stage.probability.toFixed(1) }),
      },
      ...since,
    })),
  };
}
