import { MODEL_VERSION, type RepEvidence } from '@deal-stage-insights/shared';
import * as z from 'zod';

/** As for the model: the version names the form, and the text is rollup's own. */
const evidenceSchema = z.custom<RepEvidence>((value) => Object(value).modelVersion === MODEL_VERSION);

/** What rollup stored of the reps; null when there is nothing, or nothing of this version yet. */
export function parseRepEvidence(json: string | null): RepEvidence | null {
  if (json === null) return null;
  const parsed = evidenceSchema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : null;
}
