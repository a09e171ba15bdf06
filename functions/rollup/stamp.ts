import type { Stamp } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';

const stampSchema: z.ZodMiniType<Stamp> = z.object({
  asOf: z.number(),
  position: z.record(z.string(), z.string()),
  modelVersion: z.string(),
});

/** The stamp of a stored report; null when there is none, or its form is that of another version: then it is made again. */
export function parseStamp(json: string | null): Stamp | null {
  if (json === null) return null;
  const parsed = stampSchema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : null;
}
