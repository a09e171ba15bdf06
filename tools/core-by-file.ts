import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';

const CORE = path.resolve(import.meta.dirname, '../shared/src');
const IMPORT_OF_CORE = /import \{([^}]*)\} from '@deal-stage-insights\/shared';/g;

/**
 * Reads what functions import of the core from the file of each name instead of from its index: whatever stands behind an
 * index counts for esbuild as used by all who use any of it, and would be read by every start.
 */
export const CORE_BY_FILE: Plugin = {
  name: 'core-by-file',
  async setup(build) {
    const files = await filesByName();
    build.onLoad({ filter: /[/\\]functions[/\\].*\.ts$/ }, ({ path: file }) => ({
      contents: withDirectImports(readFileSync(file, 'utf8'), files),
      loader: 'ts',
    }));
  },
};

/** The file of each value that the core's index exports. */
async function filesByName(): Promise<ReadonlyMap<string, string>> {
  const index = readFileSync(path.join(CORE, 'index.ts'), 'utf8');
  const files = [...index.matchAll(/^export (?!type)[^;]*? from '([^']+)';/gm)].map(([, from = '']) =>
    path.join(CORE, from),
  );
  const names = files.map(async (file) => {
    const loaded: object = await import(pathToFileURL(file).href);
    return Object.keys(loaded).map((name) => [name, file] as const);
  });
  return new Map((await Promise.all(names)).flat());
}

/** Each import stays on its lines, so that source maps hold. */
function withDirectImports(code: string, files: ReadonlyMap<string, string>): string {
  return code.replace(IMPORT_OF_CORE, (statement, names: string) => {
    const values = names.split(',').map((name) => name.trim());
    const direct = values
      .filter((name) => name !== '' && !name.startsWith('type '))
      .map((name) => `import { ${name} } from ${JSON.stringify(fileOf(name, files))};`);
    return direct.join(' ') + '\n'.repeat(statement.split('\n').length - 1);
  });
}

function fileOf(name: string, files: ReadonlyMap<string, string>): string {
  const file = files.get(name);
  if (file === undefined) throw new Error(`The core's index does not export ${name}.`);
  return file;
}
