import type { DwellQuantile, UsualDwell } from '@deal-stage-insights/shared';

/** One part of a column: days on top of the parts before it. */
export interface BandPart {
  readonly part: string;
  readonly days: number;
}

/**
 * The usual time as a column of parts, each up to the next quantile of dwell: a tenth, half, 8 of 10, 9 of 10 of the visits are
 * over. It ends where the data does; empty where even half is not known.
 */
export function usualBand(usual: UsualDwell, names: readonly string[]): readonly BandPart[] {
  const { dwellDaysP10, dwellDaysMedian, dwellDaysP80, dwellDaysP90 } = usual;
  const ends = [dwellDaysP10, dwellDaysMedian, dwellDaysP80, dwellDaysP90].map(daysOf);
  const known = ends.slice(0, ends.includes(null) ? ends.indexOf(null) : ends.length);
  if (known.length < 2) return [];
  return known.map((end, at) => ({ part: names[at] ?? '', days: tenths((end ?? 0) - (known[at - 1] ?? 0)) }));
}

const daysOf = (quantile: DwellQuantile): number | null => (quantile.kind === 'estimate' ? quantile.value : null);

/** Charts label their bars: one decimal is what a reader can use. */
export const tenths = (days: number): number => Math.round(Math.max(0, days) * 10) / 10;
