import type { ReportFilters } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';

const day = z.iso.date('Write a day as YYYY-MM-DD.');
const text = z.string().check(z.minLength(1), z.maxLength(200));

/** `from-to`, either side may be missing; `from` counts, `to` does not. */
const amountBand = z
  .string()
  .check(z.regex(/^(\d+(\.\d+)?)?-(\d+(\.\d+)?)?$/, 'Write a band of amounts as 1000-5000, 1000- or -5000.'));

/** `property:value`. */
const segment = z.string().check(z.regex(/^[a-z0-9_]{1,100}:.{1,200}$/, 'Write a segment as property:value.'));

export const reportQuerySchema = z.object({
  from: z.optional(day),
  to: z.optional(day),
  asOf: z.optional(day),
  owner: z.optional(text),
  team: z.optional(text),
  dealType: z.optional(text),
  source: z.optional(text),
  amountBand: z.optional(amountBand),
  segment: z.optional(segment),
});

export function filtersFrom(query: z.output<typeof reportQuerySchema>): ReportFilters {
  const { from, to, asOf, owner, team, dealType, source, amountBand, segment } = query;
  return {
    fromDay: from ?? null,
    toDay: to ?? null,
    asOfDay: asOf ?? null,
    owner: owner ?? null,
    team: team ?? null,
    dealType: dealType ?? null,
    source: source ?? null,
    amountBand: amountBand === undefined ? null : bandFrom(amountBand),
    segment: segment === undefined ? null : segmentFrom(segment),
  };
}

function bandFrom(band: string) {
  const [from = '', to = ''] = band.split('-');
  return { from: from === '' ? null : Number(from), to: to === '' ? null : Number(to) };
}

function segmentFrom(segment: string) {
  const colon = segment.indexOf(':');
  return { property: segment.slice(0, colon), value: segment.slice(colon + 1) };
}
