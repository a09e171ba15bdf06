import { pipelineIndex } from '@deal-stage-insights/shared';
import * as z from 'zod';
import { dealIdSchema } from '../../queue-messages.ts';
import { EVERYONE } from '../access.ts';
import type { ApiDeps } from '../deps.ts';
import { type Route, route } from '../operation.ts';
import { readDealInsights } from '../read-deal-insights.ts';
import { hubspotIdSchema } from '../schemas/hubspot-id.ts';
import { warm } from '../warm-cache.ts';
import { warmModels } from '../warm-models.ts';

const INDEX_KEPT_MS = 60_000; // Stages change a few times a year; a card may show a new one a minute late.

const operation = {
  operationId: 'readDealInsights' as const,
  method: 'get' as const,
  path: '/v1/deals/{dealId}/insights',
  summary:
    'The insight card of a deal. With the pipeline and stage that the card sees: where the record says otherwise, `behind` is true and a read is under way. A deal that is not known is read as well; until then the answer is `not-found`.',
  params: z.object({ dealId: dealIdSchema }),
  query: z.object({ pipeline: hubspotIdSchema.optional(), stage: hubspotIdSchema.optional() }),
  readers: EVERYONE,
  problems: ['not-found'] as const,
};

export function dealInsightsRoute(deps: ApiDeps): Route {
  const { referenceStore, reportStore, clock } = deps;
  const readModel = warmModels(reportStore);
  const readIndex = warm(
    async () => pipelineIndex((await referenceStore.readPipelines())?.pipelines ?? []),
    clock,
    INDEX_KEPT_MS,
  );
  return route(operation, async (c, question) => {
    c.header('cache-control', 'no-store');
    return c.json(await readDealInsights({ ...deps, readIndex, readModel, readViewer: c.var.viewer }, question));
  });
}
