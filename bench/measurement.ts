/** One figure of a benchmark, with what it is held against. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The most it may be; null where it is only reported. */
  readonly budget: number | null;
  /** What the figure is measured against, or how it was taken. */
  readonly against: string;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};
