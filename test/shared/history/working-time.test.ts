import { type OpeningSpans, openMsBetween } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Spans from lengths, in turn: closed for so long, open for so long. */
function spansOf(lengths: readonly (readonly [closed: number, open: number])[]): OpeningSpans {
  const [startsAt, endsAt, openMsBefore]: [number[], number[], number[]] = [[], [], []];
  let [at, openMs] = [0, 0];
  for (const [closed, open] of lengths) {
    startsAt.push(at + closed);
    openMsBefore.push(openMs);
    at += closed + open;
    openMs += open;
    endsAt.push(at);
  }
  return {
    startsAt: new Float64Array(startsAt),
    endsAt: new Float64Array(endsAt),
    openMsBefore: new Float64Array(openMsBefore),
    coversFromAt: 0,
    coversToAt: 10_000,
  };
}

describe('openMsBetween', () => {
  it('is the open part of the time between, as counting each moment would say', () => {
    const lengths = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 })), {
      maxLength: 9,
    });
    const instant = fc.integer({ min: 0, max: 200 });
    const moment = fc.constantFrom(1, 7 * 3_600_000); // All within a day, or over many of them.
    fc.assert(
      fc.property(lengths, instant, instant, moment, (list, from, to, momentMs) => {
        const spans = spansOf(list);
        const isOpen = (at: number): boolean =>
          list.some((_, span) => at >= spans.startsAt[span]! && at < spans.endsAt[span]!);
        let counted = 0;
        for (let at = from; at < to; at += 1) if (isOpen(at)) counted += 1;

        const scaled = {
          startsAt: spans.startsAt.map((at) => at * momentMs),
          endsAt: spans.endsAt.map((at) => at * momentMs),
          openMsBefore: spans.openMsBefore.map((ms) => ms * momentMs),
          coversFromAt: 0,
          coversToAt: 10_000 * momentMs,
        };
        expect(openMsBetween(scaled)(from * momentMs, to * momentMs)).toBe(counted * momentMs);
      }),
    );
  });

  it('is 0 where nobody ever works, and unknown outside the calendar', () => {
    expect(openMsBetween(spansOf([]))(5, 9000)).toBe(0);
    expect(openMsBetween(spansOf([[1, 5]]))(5, 10_001)).toBeNaN();
    expect(openMsBetween(spansOf([[1, 5]]))(-1, 10)).toBeNaN();
    expect(openMsBetween(spansOf([[1, 5]]))(Number.NaN, 10)).toBeNaN();
  });
});
