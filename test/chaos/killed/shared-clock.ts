import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { EpochMs } from '@deal-stage-insights/shared';
import type { Clock } from '../../../functions/ports/clock.ts';

const DIGITS = 16;

export interface SharedClock extends Clock {
  /** Lets time pass up to then, at once and in every process; does nothing when it is later already. */
  passTo(at: EpochMs): void;
  close(): void;
}

/** Time that processes share: it passes as it does, and jumps when the one that opened it says so. It lies in a file. */
export function openSharedClock(file: string, startAt: EpochMs): SharedClock {
  const descriptor = openSync(file, 'w+');
  const clock = clockOf(descriptor);
  const now = () => clock.now();
  const passTo = (at: EpochMs): void => {
    writeSync(descriptor, String(at - Date.now()).padStart(DIGITS, ' '), 0);
  };
  passTo(startAt);
  return { now, passTo: (at) => (at > now() ? passTo(at) : undefined), close: () => closeSync(descriptor) };
}

/** The same time in another process. */
export const readSharedClock = (file: string): Clock => clockOf(openSync(file, 'r'));

function clockOf(descriptor: number): Clock {
  const text = Buffer.alloc(DIGITS);
  return {
    now: () => {
      readSync(descriptor, text, 0, DIGITS, 0);
      return Date.now() + Number(text.toString('latin1'));
    },
  };
}
