import type { EpochMs } from '@deal-stage-insights/shared';
import type { Clock } from '../ports/clock.ts';

/** Keeps the last answer of a read for a while in the warm process. A failed read is not kept; one in flight is shared. */
export function warm<T>(read: () => Promise<T>, clock: Clock, forMs: number): () => Promise<T> {
  let kept: { readonly value: Promise<T>; readonly at: EpochMs } | null = null;
  return () => {
    if (kept !== null && clock.now() - kept.at < forMs) return kept.value;
    const mine = { value: read(), at: clock.now() };
    kept = mine;
    mine.value.catch(() => {
      if (kept === mine) kept = null;
    });
    return mine.value;
  };
}
