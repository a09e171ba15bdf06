import * as z from 'zod';

const resultsSchema = z.object({
  measurements: z.array(z.object({ name: z.string(), value: z.number(), against: z.string() })),
});

/** Units of the table that the benches measured. Those of a night grow with the deals: a fixed part and a part for each deal. */
export interface MeasuredUnits {
  readonly cardReads: number;
  readonly changeReads: number;
  readonly changeWrites: number;
  readonly rollupReadsCold: number;
  readonly rollupReadsWarm: number;
  readonly rollupWrites: number;
  readonly nightReadsFixed: number;
  readonly nightReadsADeal: number;
}

/** Takes the units from the content of bench/results.json. Throws when a measurement is missing. */
export function measuredUnits(results: unknown): MeasuredUnits {
  const { measurements } = resultsSchema.parse(results);
  const value = (name: string, against = ''): number => {
    const found = measurements.find((each) => each.name === name && each.against.startsWith(against));
    if (found === undefined) throw new Error(`bench/results.json has no "${name}" (${against}): run npm run bench.`);
    return found.value;
  };
  const [few, many] = [value('night, read', '2,000'), value('night, read', '10,000')];
  const nightReadsADeal = (many - few) / 8_000;
  return {
    cardReads: value('card request, units read'),
    changeReads: value('change recorded, read', '10,000'),
    changeWrites: value('change recorded, written', '10,000'),
    rollupReadsCold: value('rollup cold, read', '10,000'),
    rollupReadsWarm: value('rollup warm, read', '10,000'),
    rollupWrites: value('rollup warm, written', '10,000'),
    nightReadsFixed: few - nightReadsADeal * 2_000,
    nightReadsADeal,
  };
}
