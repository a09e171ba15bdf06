import { setTimeout as waitOnTimer } from 'node:timers/promises';
import type { Clock } from '../../ports/clock.ts';

/** Time for the adapter; tests bring a virtual one. */
export interface Timing {
  readonly clock: Clock;
  readonly wait: (ms: number) => Promise<void>;
}

export const realTiming = (clock: Clock): Timing => ({ clock, wait: (ms) => waitOnTimer(ms) });
