import * as z from 'zod';
import { AppError } from '../../errors.ts';
import { EVERYONE } from '../access.ts';
import type { ApiDeps } from '../deps.ts';
import { type Route, route } from '../operation.ts';
import { hubspotIdSchema } from '../schemas/hubspot-id.ts';

const operation = {
  operationId: 'readStagesReport' as const,
  method: 'get' as const,
  path: '/v1/pipelines/{pipelineId}/stages',
  summary: 'Time in each stage, where visits went, and the measured probability of winning from it. Names no person.',
  params: z.object({ pipelineId: hubspotIdSchema }),
  query: z.object({}),
  readers: EVERYONE,
  problems: ['not-found'] as const,
};

/** Hands on the report as rollup stored it, byte for byte. */
export const stagesRoute = ({ reportStore }: Pick<ApiDeps, 'reportStore'>): Route =>
  route(operation, async (c, { pipelineId }) => {
    const report = await reportStore.readReport(pipelineId, 'stages');
    if (report === null) throw new AppError('not-found', 'There is no pipeline of this id, or no report of it yet.');
    return c.body(report, 200, { 'content-type': 'application/json' });
  });
