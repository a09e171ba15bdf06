import type { FlowFigures, FlowStage } from '@deal-stage-insights/shared';

/** Sum of the counts of any kind. */
export const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

export interface FlowBar {
  readonly stage: string;
  readonly direction: 'in' | 'out';
  readonly deals: number;
}

/** What came in and what left, side by side for each stage. */
export function flowBars(stages: readonly FlowStage[]): readonly FlowBar[] {
  return stages.flatMap(({ stage, now }) => [
    { stage: stage.label, direction: 'in' as const, deals: total(now.arrivals) },
    { stage: stage.label, direction: 'out' as const, deals: total(now.exits) },
  ]);
}

export interface WeekPoint {
  /** The Monday that the week began with. */
  readonly day: string;
  readonly stage: string;
  readonly deals: number;
}

/** Deals in each stage at the end of each week, week by week: what a line chart needs in this order. */
export function weekPoints(stages: readonly FlowStage[]): readonly WeekPoint[] {
  const weeks = Math.max(0, ...stages.map(({ weeks: all }) => all.length));
  return Array.from({ length: weeks }, (_, place) => place).flatMap((place) =>
    stages.flatMap(({ stage, weeks: all }) => {
      const week = all[place];
      return week === undefined ? [] : [{ day: week.fromDay, stage: stage.label, deals: week.atEnd }];
    }),
  );
}

/** Share of the work in progress that moves: the rest lies. Null when nothing lay there, or nothing left. Never above 1. */
export function movingShare({ inProgressMean, flowing }: FlowFigures): number | null {
  return flowing === null || inProgressMean === 0 ? null : Math.min(1, flowing / inProgressMean);
}

/** The stages in which work piles up for sure, the fastest first. */
export function fillingStages(stages: readonly FlowStage[]): readonly FlowStage[] {
  const speed = ({ drift }: FlowStage) => (drift.perWeek.kind === 'estimate' ? drift.perWeek.value : 0);
  return stages.filter(({ drift }) => drift.verdict === 'filling').toSorted((one, other) => speed(other) - speed(one));
}
