import { type PipelineList, PROPERTY_VALUES } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import { EVERYONE } from '../access.ts';
import type { ApiDeps } from '../deps.ts';
import { type Route, route } from '../operation.ts';

const operation = {
  operationId: 'listPipelines' as const,
  method: 'get' as const,
  path: '/v1/pipelines',
  summary: 'The pipelines of the portal and their stages, as last read from HubSpot. Empty before the first read.',
  params: z.object({}),
  query: z.object({}),
  readers: EVERYONE,
  problems: [],
};

export const pipelinesRoute = ({ referenceStore, clock }: Pick<ApiDeps, 'referenceStore' | 'clock'>): Route =>
  route(operation, async (c) => {
    const snapshot = await referenceStore.readPipelines();
    const list: PipelineList = {
      asOf: snapshot?.readAt ?? clock.now(),
      pipelines: snapshot?.pipelines ?? [],
      values: PROPERTY_VALUES,
    };
    return c.json(list);
  });
