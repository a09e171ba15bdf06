import * as z from 'zod/mini';
import { countSchema } from './estimate.ts';
import { stampShape } from './stamp.ts';

const text = z.nullable(z.string());
const day = z.string().check(z.describe('YYYY-MM-DD in the portal’s time zone.'));

export const dayPeriodShape = { fromDay: day, toDay: day };

export const filtersSchema = z.object({
  fromDay: text,
  toDay: text,
  asOfDay: text,
  owner: text,
  team: text,
  dealType: text,
  source: text,
  amountBand: z.nullable(z.object({ from: z.nullable(z.number()), to: z.nullable(z.number()) })),
  segment: z.nullable(z.object({ property: z.string(), value: z.string() })),
});

const deals = z.object({
  counted: countSchema,
  withoutAmount: countSchema,
  notConverted: countSchema,
  filteredOut: countSchema,
  deleted: countSchema,
});

/** What every report begins with. */
export const reportHeadShape = {
  ...stampShape,
  pipelineId: z.string(),
  label: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  period: z.object(dayPeriodShape),
  previous: z.object(dayPeriodShape),
  filters: filtersSchema,
  deals,
};
