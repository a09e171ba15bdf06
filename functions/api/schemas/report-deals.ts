import { REPORT_NAMES } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import { countSchema, instantSchema } from './estimate.ts';
import { bilingualSchema } from './hint.ts';
import { stageViewSchema } from './pipelines.ts';
import { filtersSchema } from './report.ts';
import { stampShape } from './stamp.ts';

const reportName = z.enum(REPORT_NAMES);

const deal = z.object({
  dealId: z.string(),
  name: z.nullable(z.string()),
  stage: stageViewSchema,
  enteredAt: instantSchema,
  isAtLeast: z.boolean(),
  amount: z.nullable(z.number()),
});

export const reportDealsPageSchema = z.object({
  ...stampShape,
  pipelineId: z.string(),
  report: reportName,
  cell: z.string(),
  currency: z.string(),
  filters: filtersSchema,
  dealsInAll: countSchema,
  deals: z.array(deal),
  nextCursor: z.nullable(z.string()),
});

export const reportExportSchema = z.object({
  report: reportName,
  expiresAt: instantSchema,
  tables: z.array(z.object({ table: z.string(), name: z.nullable(bilingualSchema), url: z.string() })),
});
