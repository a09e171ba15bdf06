import { type CoachingEvidence, MODEL_VERSION, type RepEvidence } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';

/** As for the model: the version names the form, and the text is rollup's own. */
const ofThisVersion = <E>() => z.custom<E>((value) => Object(value).modelVersion === MODEL_VERSION);

/** What rollup stored of the reps; null when there is nothing, or nothing of this version yet. */
export const parseRepEvidence = (json: string | null): RepEvidence | null => parsed(json, ofThisVersion<RepEvidence>());

/** The same of everybody's agendas. */
export const parseCoachingEvidence = (json: string | null): CoachingEvidence | null =>
  parsed(json, ofThisVersion<CoachingEvidence>());

function parsed<E>(json: string | null, schema: z.ZodMiniType<E>): E | null {
  if (json === null) return null;
  const found = schema.safeParse(JSON.parse(json));
  return found.success ? found.data : null;
}
