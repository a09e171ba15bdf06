import type { Timing } from '../../functions/adapters/hubspot/timing.ts';

export interface VirtualTime extends Timing {
  /** What was waited for, in order. */
  readonly waits: readonly number[];
}

/** Time that passes only by waiting, and at once. */
export function virtualTime(startAt = Date.UTC(2026, 5, 15, 12)): VirtualTime {
  let now = startAt;
  const waits: number[] = [];
  return {
    waits,
    clock: { now: () => now },
    wait: async (ms) => {
      waits.push(ms);
      now += ms;
    },
  };
}
