import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, buildFunctions, functionNames } from '../../tools/build-functions.ts';

const BUDGET_BYTES = 600_000;

describe('the bundles of the functions', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bundles-'));
  let bundles: readonly Bundle[];
  beforeAll(async () => {
    bundles = await buildFunctions(functionNames(), folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are made for every function that has a handler', () => {
    expect(bundles.map(({ name }) => name)).toEqual(expect.arrayContaining(['api', 'nightly', 'rollup', 'webhook']));
  });

  it.each(['api', 'webhook'])('keep %s, which people wait for, within its budget', (name) => {
    const bundle = bundles.find((each) => each.name === name);

    expect(bundle?.bytes).toBeGreaterThan(10_000);
    expect(bundle?.bytes).toBeLessThanOrEqual(BUDGET_BYTES);
  });

  it('have nothing in them of the parts that never reach AWS', () => {
    const sources = bundles.map(({ file }) => JSON.parse(readFileSync(`${file}.map`, 'utf8')).sources.join('\n'));

    for (const listed of sources) expect(listed).not.toMatch(/dynalite|fauxqs|\/(?:local|test|bench)\//);
  });
});
