import type { Timing } from '../../functions/adapters/hubspot/timing.ts';

export interface SharedTime extends Timing {
  /** Does the work, and lets time pass whenever everybody is waiting. */
  run<T>(work: Promise<T>): Promise<T>;
}

const TURNS_TO_REST = 3; // Streams and compression answer in the next turn of the event loop, or the one after.

/** Virtual time for many that wait side by side: it passes to the end of the shortest wait, when nothing else is left to do. */
export function sharedTime(startAt = Date.UTC(2026, 5, 15, 12)): SharedTime {
  let now = startAt;
  let sleepers: { readonly until: number; readonly wake: () => void }[] = [];

  const passTime = (): void => {
    now = Math.min(...sleepers.map(({ until }) => until));
    const woken = sleepers.filter(({ until }) => until <= now);
    sleepers = sleepers.filter(({ until }) => until > now);
    for (const { wake } of woken) wake();
  };
  return {
    clock: { now: () => now },
    wait: (ms) =>
      new Promise((wake) => {
        sleepers.push({ until: now + ms, wake });
      }),
    async run(work) {
      let isDone = false;
      const done = () => (isDone = true);
      work.then(done, done);
      for (let rest = 0; !isDone; rest += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        if (rest < TURNS_TO_REST || sleepers.length === 0) continue;
        passTime();
        rest = 0;
      }
      return work;
    },
  };
}
