import * as z from 'zod';

/** ISO text as HubSpot writes it, or epoch ms as text: to epoch ms. */
export const instantSchema = z.string().transform((text, context) => {
  const at = /^\d{10,}$/.test(text) ? Number(text) : Date.parse(text);
  if (Number.isFinite(at)) return at;
  context.issues.push({ code: 'custom', message: 'not an instant', input: text });
  return z.NEVER;
});

const revisionSchema = z.object({
  value: z
    .string()
    .nullish()
    .transform((value) => value ?? ''),
  timestamp: instantSchema,
  sourceType: z
    .string()
    .nullish()
    .transform((source) => source ?? ''),
});

const dealSchema = z.object({
  id: z.string(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  archivedAt: instantSchema.optional(),
  properties: z.record(z.string(), z.string().nullable()),
  propertiesWithHistory: z.record(z.string(), z.array(revisionSchema)).optional(),
});
export type HubSpotDeal = z.output<typeof dealSchema>;

/** 207 answers name what is missing among `errors`. */
export const batchSchema = z.object({
  results: z.array(dealSchema),
  errors: z.array(z.object({ category: z.string().optional() })).optional(),
});

export const searchSchema = z.object({
  total: z.int().min(0),
  results: z.array(
    z.object({ id: z.string(), updatedAt: instantSchema, properties: z.record(z.string(), z.string().nullable()) }),
  ),
});
