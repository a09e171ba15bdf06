import { type CoachingFigures, MODEL_VERSION } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import { CODE_VERSION } from '../code-version.ts';

/** Figures that this version of code and model wrote are of its form; any other are made again by rollup. */
const figuresSchema = z.custom<CoachingFigures>((value) => {
  const { modelVersion, position } = Object(value);
  return modelVersion === MODEL_VERSION && Object(position).code === CODE_VERSION;
});

/** The stored figures; null when there are none, or none of this version yet. */
export function parseCoachingFigures(json: string | null): CoachingFigures | null {
  if (json === null) return null;
  const parsed = figuresSchema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : null;
}
