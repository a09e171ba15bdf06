import * as z from 'zod/mini';

/** ISO text as HubSpot writes it, or epoch ms as text: to epoch ms. */
export const instantSchema = z.pipe(
  z.string(),
  z.transform((text, context) => {
    const at = /^\d{10,}$/.test(text) ? Number(text) : Date.parse(text);
    if (Number.isFinite(at)) return at;
    context.issues.push({ code: 'custom', message: 'not an instant', input: text });
    return z.NEVER;
  }),
);

const revisionSchema = z.object({
  value: z.pipe(
    z.nullish(z.string()),
    z.transform((value) => value ?? ''),
  ),
  timestamp: instantSchema,
  sourceType: z.pipe(
    z.nullish(z.string()),
    z.transform((source) => source ?? ''),
  ),
});

const dealSchema = z.object({
  id: z.string(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  archivedAt: z.optional(instantSchema),
  properties: z.record(z.string(), z.nullable(z.string())),
  propertiesWithHistory: z.optional(z.record(z.string(), z.array(revisionSchema))),
});
export type HubSpotDeal = z.output<typeof dealSchema>;

/** 207 answers name what is missing among `errors`. */
export const batchSchema = z.object({
  results: z.array(dealSchema),
  errors: z.optional(z.array(z.object({ category: z.optional(z.string()) }))),
});

export const searchSchema = z.object({
  total: z.int().check(z.minimum(0)),
  results: z.array(
    z.object({ id: z.string(), updatedAt: instantSchema, properties: z.record(z.string(), z.nullable(z.string())) }),
  ),
});
