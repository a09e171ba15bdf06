import type { ChangesReport, ChangeStep } from '@deal-stage-insights/shared';

export const MEASURES = ['amount', 'expected', 'deals'] as const;
export type Measure = (typeof MEASURES)[number];

export interface WaterfallBar {
  /** Null: the pipeline as a whole, then or now. */
  readonly kind: ChangeStep['kind'] | 'at-start' | 'now';
  readonly part: 'level' | 'more' | 'less';
  readonly value: number;
}

/**
 * From then to now, as stacked bars: what is carried over below, what a step adds or takes away on top of it. Steps that change
 * nothing have no bar.
 */
export function waterfall(
  report: Pick<ChangesReport, 'before' | 'after' | 'steps'>,
  by: Measure,
): readonly WaterfallBar[] {
  let level = report.before[by];
  const steps = report.steps.flatMap((step): readonly WaterfallBar[] => {
    const change = step[by];
    if (change === 0) return [];
    const [below, top] = [Math.min(level, level + change), Math.abs(change)];
    level += change;
    return [
      { kind: step.kind, part: 'level', value: below },
      { kind: step.kind, part: change > 0 ? 'more' : 'less', value: top },
    ];
  });
  return [
    { kind: 'at-start', part: 'level', value: report.before[by] },
    ...steps,
    { kind: 'now', part: 'level', value: report.after[by] },
  ];
}

/** The step that changed it most, either way; null: nothing did. */
export function largestStep(steps: readonly ChangeStep[], by: Measure): ChangeStep | null {
  return steps.reduce<ChangeStep | null>(
    (most, step) => (Math.abs(step[by]) > Math.abs(most?.[by] ?? 0) ? step : most),
    null,
  );
}
