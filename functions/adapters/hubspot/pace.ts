import type { Timing } from './timing.ts';

export interface Pace {
  readonly calls: number;
  readonly intervalMs: number;
}

export interface Gate {
  /** Resolves when one more call may begin. */
  enter(): Promise<void>;
  /** Nobody enters before then: HubSpot said that it had enough. */
  closeUntil(at: number): void;
  setPace(pace: Pace): void;
}

/** Lets at most `calls` begin in any span of `intervalMs`, in the order of asking. */
export function openGate(first: Pace, { clock, wait }: Timing): Gate {
  let pace = first;
  let closedUntil = Number.NEGATIVE_INFINITY;
  let queue: Promise<void> = Promise.resolve();
  const entered: number[] = [];

  const waitTimeMs = (): number => {
    const now = clock.now();
    const bounding = entered.at(-pace.calls);
    return Math.max(closedUntil - now, bounding === undefined ? 0 : bounding + pace.intervalMs - now);
  };
  const enterNext = async (): Promise<void> => {
    for (let ms = waitTimeMs(); ms > 0; ms = waitTimeMs()) await wait(ms);
    entered.push(clock.now());
    if (entered.length > 2 * pace.calls) entered.splice(0, entered.length - pace.calls);
  };
  return {
    enter: () => (queue = queue.then(enterNext)),
    closeUntil: (at) => (closedUntil = Math.max(closedUntil, at)),
    setPace: (next) => (pace = next),
  };
}
