import type { ReportDefinitions } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import { EVERYONE } from '../access.ts';
import { DEFINED_REPORTS } from '../definitions/defined-reports.ts';
import { type Route, route } from '../operation.ts';

const operation = {
  operationId: 'readDefinitions' as const,
  method: 'get' as const,
  path: '/v1/definitions/{report}',
  summary:
    'How the figures of a report, or of the card of a deal, are computed, in every language. Nothing of the portal.',
  params: z.object({ report: z.enum(DEFINED_REPORTS) }),
  query: z.object({}),
  readers: EVERYONE,
  problems: [],
};

export const definitionsRoute = (): Route =>
  route(operation, async (c, { report }) => {
    // Loaded when first asked for: no card waits for these texts.
    const { DEFINITIONS } = await import('../definitions/definitions.ts');
    const answer: ReportDefinitions = { report, answers: DEFINITIONS[report] };
    return c.json(answer);
  });
