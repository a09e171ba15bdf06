import type { ForecastReport, RevenueRange, StagesReport, StalledReport } from '@deal-stage-insights/shared';

export interface Bottleneck {
  readonly stage: string;
  /** `slowest`: nothing got clearly worse, it is only where deals stay longest. */
  readonly reason: 'slower' | 'more-losses' | 'slower-and-more-losses' | 'slowest';
  /** Half of the visits are over by then; null where that is not known. */
  readonly medianDays: number | null;
}

/** Where the pipeline clogs: a stage that got clearly worse comes before the one where deals stay longest. Null: too little is known. */
export function bottleneckOf({ stages }: StagesReport): Bottleneck | null {
  const live = stages
    .filter(({ stage }) => stage.role === 'open')
    .map(({ stage, bottleneck, dwellDaysMedian }) => ({
      stage: stage.label,
      reason: bottleneck.reason,
      medianDays: dwellDaysMedian.kind === 'estimate' ? dwellDaysMedian.value : null,
    }));
  const worse = live.find(({ reason }) => reason !== null);
  if (worse !== undefined) return { ...worse, reason: worse.reason ?? 'slowest' };
  const known = live.filter(({ medianDays }) => medianDays !== null);
  const slowest = known.toSorted((one, other) => (other.medianDays ?? 0) - (one.medianDays ?? 0))[0];
  return slowest === undefined ? null : { ...slowest, reason: 'slowest' };
}

/** What the next days bring in all, as far as a forecast can be made. */
export function nextTotal({ next }: ForecastReport): RevenueRange | null {
  return 'kind' in next.total ? null : next.total;
}

export interface Place {
  /** 1: the most value at stake. */
  readonly rank: number;
  readonly of: number;
}

/** Where a deal stands among the stalled ones; null: it is not among those that are listed. */
export function placeAmongStalled({ rows, verdicts }: StalledReport, dealId: string): Place | null {
  const at = rows.findIndex((row) => row.dealId === dealId);
  return at < 0 ? null : { rank: at + 1, of: verdicts.stalled };
}
