import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const ROOT = path.resolve(import.meta.dirname, '..');

export interface Bundle {
  /** The folder under functions/. */
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
}

/** Every function with a handler.ts. */
export const functionNames = (): readonly string[] =>
  globSync('functions/*/handler.ts', { cwd: ROOT })
    .map((file) => path.basename(path.dirname(file)))
    .toSorted();

/** Bundles functions as they are uploaded to AWS: one ES module each, the SDK inside (faster to load than the runtime's copy, and pinned). */
export async function buildFunctions(names: readonly string[], outFolder: string): Promise<readonly Bundle[]> {
  return Promise.all(names.map((name) => buildFunction(name, path.join(outFolder, name, 'handler.mjs'))));
}

async function buildFunction(name: string, file: string): Promise<Bundle> {
  return { name, file, bytes: await bundle(path.join(ROOT, 'functions', name, 'handler.ts'), file) };
}

/** Answers the bytes of the bundle, its source map left out. */
export async function bundle(entry: string, outfile: string): Promise<number> {
  if (!existsSync(entry)) throw new Error(`There is no ${path.relative(ROOT, entry)} to build.`);
  const { metafile } = await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // The SDK's CommonJS files, which esbuild prefers on its own, cannot be shaken.
    mainFields: ['module', 'main'],
    // CommonJS packages call `require`, which an ES module does not have.
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    sourcemap: 'linked',
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    absWorkingDir: ROOT,
  });
  const outputs = Object.entries(metafile.outputs);
  return outputs.find(([name]) => !name.endsWith('.map'))?.[1].bytes ?? 0;
}

if (process.argv[1] === import.meta.filename) {
  const bundles = await buildFunctions(functionNames(), path.join(ROOT, 'dist/functions'));
  for (const { name, bytes } of bundles) console.log(`${name.padEnd(12)} ${(bytes / 1000).toFixed(0).padStart(6)} KB`);
}
