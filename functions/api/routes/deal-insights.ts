import * as z from 'zod/mini';
import { dealIdSchema } from '../../deal-id.ts';
import { EVERYONE } from '../access.ts';
import { type Route, route } from '../operation.ts';
import { type InsightsDeps, readDealInsights } from '../read-deal-insights.ts';
import { hubspotIdSchema } from '../schemas/hubspot-id.ts';

const operation = {
  operationId: 'readDealInsights' as const,
  method: 'get' as const,
  path: '/v1/deals/{dealId}/insights',
  summary:
    'The insight card of a deal. With the pipeline and stage that the card sees: where the record says otherwise, `behind` is true and a read is under way. A deal that is not known is read as well; until then the answer is `not-found`.',
  params: z.object({ dealId: dealIdSchema }),
  query: z.object({ pipeline: z.optional(hubspotIdSchema), stage: z.optional(hubspotIdSchema) }),
  readers: EVERYONE,
  problems: ['not-found'] as const,
};

export const dealInsightsRoute = (deps: InsightsDeps): Route =>
  route(operation, async (c, question) => {
    c.header('cache-control', 'no-store');
    return c.json(await readDealInsights(deps, question, c.var.viewer));
  });
