import type { HygieneFault } from '@deal-stage-insights/shared';

/** The faults that cost points, the most first. */
export function costlyFaults(faults: readonly HygieneFault[]): readonly HygieneFault[] {
  return faults.filter(({ points }) => points > 0).toSorted((one, other) => other.points - one.points);
}
