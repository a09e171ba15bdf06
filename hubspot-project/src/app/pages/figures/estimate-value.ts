import type { DwellQuantile, FilteredEstimate } from '@deal-stage-insights/shared';

/** What a table sorts and copies of an estimate: its value, or the bound that it lies beyond; null for too little data. */
export function estimateValue(estimate: DwellQuantile | FilteredEstimate): number | null {
  if (estimate.kind === 'insufficient') return null;
  return estimate.kind === 'beyond' ? estimate.atLeast : estimate.value;
}
