import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, buildFunctions, functionNames } from '../../tools/build-functions.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const AWAITED_BUDGET_BYTES = 600_000;

describe('the bundles of the functions', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bundles-'));
  let bundles: readonly Bundle[];
  beforeAll(async () => {
    bundles = await buildFunctions(functionNames(), folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are made for every function that has a handler', () => {
    expect(bundles.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['api', 'nightly', 'reports', 'rollup', 'webhook']),
    );
  });

  it.each(['api', 'reports', 'webhook'] as const)('keep %s, which people wait for, within its budget', (name) => {
    const bundle = bundles.find((each) => each.name === name);

    expect(bundle?.bytes).toBeGreaterThan(10_000);
    expect(bundle?.bytes).toBeLessThanOrEqual(AWAITED_BUDGET_BYTES);
  });

  it('have nothing in them of the parts that never reach AWS', () => {
    const maps = globSync('*/*.map', { cwd: folder });
    const sources = maps.flatMap((map) => JSON.parse(readFileSync(path.join(folder, map), 'utf8')).sources);

    expect(sources.some((source: string) => source.endsWith('functions/api/app.ts'))).toBe(true);
    expect(sources.filter((source: string) => /dynalite|fauxqs|\/(?:local|test|bench)\//.test(source))).toEqual([]);
  });

  it('have what a card asks for ready when the function has started, and the rest in parts that are loaded later', () => {
    const atStart = sourcesAtStart(path.join(folder, 'api'));

    expect(atStart).toContain('functions/api/routes/deal-insights.ts');
    expect(atStart.filter((source) => /routes\/(settings|health|erase)|schemas\/\w+-report/.test(source))).toEqual([]);
  });

  it('have stored reports ready when their function has started, and what makes reports in parts that are loaded later', () => {
    const atStart = sourcesAtStart(path.join(folder, 'reports'));

    expect(atStart).toContain('functions/api/routes/reports.ts');
    expect(
      atStart.filter((source) => /rollup\/report-registry|shared\/src\/(analytics|model)\/\w+/.test(source)),
    ).toEqual([]);
  });

  it('carry the version of the SDK that they tell AWS, and nothing else of its package file', () => {
    const clients = ['client-dynamodb', 'client-secrets-manager', 'client-sqs'];
    const code = globSync('api/*.mjs', { cwd: folder }).map((file) => readFileSync(path.join(folder, file), 'utf8'));
    for (const client of clients) {
      const manifest = readFileSync(path.join(ROOT, 'node_modules/@aws-sdk', client, 'package.json'), 'utf8');
      const { version, description } = JSON.parse(manifest);

      expect(code.some((part) => part.includes(`version:"${version}"`))).toBe(true);
      expect(code.filter((part) => part.includes(description))).toEqual([]);
    }
  });

  it('load with nothing but what is in their folder', () => {
    const imported = bundles.flatMap(({ file }) =>
      readdirSync(path.dirname(file))
        .filter((name) => name.endsWith('.mjs'))
        .flatMap((name) => staticImports(readFileSync(path.join(path.dirname(file), name), 'utf8'))),
    );

    expect(imported).not.toEqual([]);
    expect(imported.filter((name) => !name.startsWith('./') && !builtinModules.includes(name))).toEqual([]);
  });
});

/** The project's files in the parts that a function reads before its first event. */
function sourcesAtStart(folder: string, part = './handler.mjs', seen = new Set<string>()): readonly string[] {
  if (seen.has(part)) return [];
  seen.add(part);
  const file = path.join(folder, part);
  const { sources } = JSON.parse(readFileSync(`${file}.map`, 'utf8'));
  const own = sources.map((source: string) => path.relative(ROOT, path.resolve(folder, source)));
  const imported = staticImports(readFileSync(file, 'utf8')).filter((name) => name.startsWith('./'));
  return [...own, ...imported.flatMap((name) => sourcesAtStart(folder, name, seen))];
}

/** What follows `from` in statements that stand at the beginning of a module. */
const staticImports = (code: string): string[] =>
  [...code.matchAll(/(?:^|[;\n])import[^;'"]*?["']([^"']+)["']/g)].map(([, name = '']) => name.replace(/^node:/, ''));
