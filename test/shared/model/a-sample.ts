import type { StageSample } from '../../../shared/src/model/stage-sample.ts';

export interface SomeVisit {
  readonly ageMs: number;
  /** 0: still there; k + 1: left to destination k. */
  readonly event: number;
}

export function aSample(visits: readonly SomeVisit[]): StageSample {
  return {
    time: Float64Array.from(visits, ({ ageMs }) => ageMs),
    event: Uint16Array.from(visits, ({ event }) => event),
    visits: visits.length,
    open: visits.filter(({ event }) => event === 0).length,
    late: 0,
    followed: visits.length,
  };
}
