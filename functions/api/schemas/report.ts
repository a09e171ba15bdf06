import * as z from 'zod';
import { countSchema } from './estimate.ts';
import { stampShape } from './stamp.ts';

const text = z.string().nullable();
const day = z.string().describe('YYYY-MM-DD in the portal’s time zone.');

export const dayPeriodShape = { fromDay: day, toDay: day };

export const filtersSchema = z.object({
  fromDay: text,
  toDay: text,
  asOfDay: text,
  owner: text,
  team: text,
  dealType: text,
  source: text,
  amountBand: z.object({ from: z.number().nullable(), to: z.number().nullable() }).nullable(),
  segment: z.object({ property: z.string(), value: z.string() }).nullable(),
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
