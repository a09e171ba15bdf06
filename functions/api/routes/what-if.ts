import { whatIf } from '@deal-stage-insights/shared';
import * as z from 'zod';
import { LEADERS } from '../access.ts';
import type { AskFiltered } from '../filtered-report.ts';
import { parseBody, type Route, route } from '../operation.ts';
import { hubspotIdSchema } from '../schemas/hubspot-id.ts';
import { filtersFrom } from '../schemas/report-query.ts';
import { whatIfQuestionSchema } from '../schemas/what-if.ts';

const operation = {
  operationId: 'askWhatIf' as const,
  method: 'post' as const,
  path: '/v1/pipelines/{pipelineId}/what-if',
  summary:
    'What the horizon would bring if a slow tail were cut, fewer were lost in a stage, or a deal were lost: arithmetic on the measured pipeline, nothing is stored. The same question gets the same answer.',
  params: z.object({ pipelineId: hubspotIdSchema }),
  query: z.object({}),
  body: whatIfQuestionSchema,
  readers: LEADERS,
  problems: ['not-found', 'conflict'] as const,
};

export const whatIfRoute = (ask: AskFiltered): Route =>
  route(operation, async (c, { pipelineId }) => {
    const asked = await parseBody(c, whatIfQuestionSchema);
    const question = await ask(await c.var.viewer(), { pipelineId, filters: filtersFrom({}) });
    c.header('cache-control', 'no-store');
    return c.json(whatIf(question, asked));
  });
