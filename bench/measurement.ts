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

/** Time of the processor, ms, which other work on the machine does not lengthen as much as it does the clock's. */
export async function processorMs(work: () => unknown): Promise<number> {
  const from = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

/** Of several rounds. */
export async function medianProcessorMs(rounds: number, work: (round: number) => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await processorMs(() => work(round)));
  return median(times);
}
