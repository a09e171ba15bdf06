import type { DurationSample } from '@deal-stage-insights/shared';
import fc from 'fast-check';

/** Small samples with many ties, of all mixtures of exits (by up to three causes), censorings and, if asked for, late entries. */
export function arbitraryDurations({ late }: { readonly late: boolean }): fc.Arbitrary<DurationSample> {
  const row = fc.record({
    time: fc.integer({ min: 0, max: 12 }),
    event: fc.integer({ min: 0, max: 3 }),
    entry: late ? fc.integer({ min: -1, max: 10 }) : fc.constant(0),
  });
  return fc.array(row, { maxLength: 25 }).map((rows) => ({
    time: rows.map((one) => one.time),
    event: rows.map((one) => one.event),
    entry: rows.map((one) => one.entry),
  }));
}
