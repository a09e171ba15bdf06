import { vi } from 'vitest';

const codes = new Map<string, ReturnType<typeof load>>();

/** The parts of the code that make blocks and reports, as they would be with another code version. */
export async function codeOf(version: string): Promise<Code> {
  const known = codes.get(version);
  if (known !== undefined) return known;
  const loading = load(version);
  codes.set(version, loading);
  return loading;
}

async function load(version: string) {
  vi.resetModules();
  vi.doMock('../../../functions/code-version.ts', () => ({ CODE_VERSION: version }));
  const [{ rollUp }, { runNightly }, { warmVisitTables }] = await Promise.all([
    import('../../../functions/rollup/roll-up.ts'),
    import('../../../functions/nightly/run-nightly.ts'),
    import('../../../functions/rollup/visit-tables.ts'),
  ]);
  vi.doUnmock('../../../functions/code-version.ts');
  return { version, rollUp, runNightly, warmVisitTables };
}

export type Code = Awaited<ReturnType<typeof load>>;
