import { whatIf } from '@deal-stage-insights/shared';
import type { AskFiltered } from '../filtered-report.ts';
import { parseBody, type Route, route } from '../operation.ts';
import { askWhatIf } from '../report-api-operations.ts';
import { filtersFrom } from '../schemas/report-query.ts';
import { whatIfQuestionSchema } from '../schemas/what-if.ts';

export const whatIfRoute = (ask: AskFiltered): Route =>
  route(askWhatIf, async (c, { pipelineId }) => {
    const asked = await parseBody(c, whatIfQuestionSchema);
    const question = await ask(await c.var.viewer(), { pipelineId, filters: filtersFrom({}) });
    c.header('cache-control', 'no-store');
    return c.json(whatIf(question, asked));
  });
