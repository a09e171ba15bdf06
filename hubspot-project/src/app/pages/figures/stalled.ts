import type { StalledStage } from '@deal-stage-insights/shared';

export interface StalledBar {
  readonly label: string;
  readonly part: 'stalled' | 'others';
  readonly deals: number;
}

/** The open deals of each stage in two parts. */
export function stalledBars(stages: readonly StalledStage[]): readonly StalledBar[] {
  return stages.flatMap(({ stage: { label }, open, stalled }): readonly StalledBar[] => [
    { label, part: 'stalled', deals: stalled },
    { label, part: 'others', deals: open - stalled },
  ]);
}
