import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';

/** The folder of reference results: other people's data, read in place and never copied into the project. */
const folder = process.env.ORACLES_DIR ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'oracles');

/** Results that need no iteration agree to rounding; quantiles of distributions and maximum likelihood fits to 1e-6. */
export const EXACT = 1e-9;
export const ITERATED = 1e-6;

/**
 * Defines the tests of one file, `oracle-<kind>.json`. Where the file is missing or broken, one test fails: reference
 * results that were not looked at are neither passed nor skipped.
 */
export function describeOracle<Oracle>(kind: string, define: (oracle: Oracle) => void): void {
  const file = join(folder, `oracle-${kind}.json`);
  describe(`oracle-${kind}.json`, () => {
    let oracle: Oracle;
    try {
      oracle = JSON.parse(readFileSync(file, 'utf8')) as Oracle;
    } catch (cause) {
      it('is compared with the product', () => {
        throw new Error(`NOT RUN: ${file} cannot be read. ORACLES_DIR names the folder of the results.`, { cause });
      });
      return;
    }
    define(oracle);
  });
}

/**
 * The places at which `got` differs from `expected` by more than tolerance × max(1, |expected|). Same shape, key by key:
 * nothing expected is left out, null equals null alone, typed arrays count as arrays and their NaN as null (undefined).
 */
export function differences(got: unknown, expected: unknown, tolerance: number, path = ''): string[] {
  if (ArrayBuffer.isView(got)) return differences(undefinedAsNull(got as Float64Array), expected, tolerance, path);
  if (typeof expected === 'number' && typeof got === 'number') {
    const isClose = Math.abs(got - expected) <= tolerance * Math.max(1, Math.abs(expected));
    return isClose ? [] : [`${path}: got ${got}, expected ${expected}`];
  }
  if (typeof expected !== 'object' || expected === null || typeof got !== 'object' || got === null)
    return got === expected ? [] : [`${path}: got ${String(got)}, expected ${String(expected)}`];
  if (Array.isArray(expected) !== Array.isArray(got)) return [`${path}: a list on one side only`];
  const keys = new Set([...Object.keys(expected), ...Object.keys(got)]);
  return [...keys].flatMap((key) =>
    differences(Reflect.get(got, key), Reflect.get(expected, key), tolerance, `${path}/${key}`),
  );
}

function undefinedAsNull(column: Float64Array): (number | null)[] {
  return Array.from(column, (value) => (Number.isNaN(value) ? null : value));
}
