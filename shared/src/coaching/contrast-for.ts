import type { Contrast } from './contrasts.ts';
import type { Counted } from './mark-counts.ts';
import type { FeatureId } from './features.ts';
import type { Situation } from './situation.ts';

/** The clear difference between deals of this stage with and without a feature, where there is one. */
export function contrastFor(
  { figures, stage }: Pick<Situation, 'figures' | 'stage'>,
  feature: FeatureId,
  { value = null, outcome = 'won' }: { readonly value?: string | null; readonly outcome?: Contrast['outcome'] } = {},
): Contrast | null {
  const isIt = (each: Contrast): boolean =>
    each.stageId === stage.stageId && each.feature === feature && each.value === value && each.outcome === outcome;
  return figures?.contrasts.find(isIt) ?? null;
}

export function shareOf({ n, hits }: Counted): number {
  return n === 0 ? 0 : hits / n;
}
