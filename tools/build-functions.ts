import { existsSync, globSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { CORE_BY_FILE } from './core-by-file.ts';
import { VERSION_OF_SDK } from './version-of-sdk.ts';

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

/** Bundles functions as they are uploaded to AWS: ES modules, the SDK inside (faster to load than the runtime's copy, and pinned). */
export async function buildFunctions(names: readonly string[], outFolder: string): Promise<readonly Bundle[]> {
  return Promise.all(names.map((name) => buildFunction(name, path.join(outFolder, name, 'handler.mjs'))));
}

async function buildFunction(name: string, file: string): Promise<Bundle> {
  rmSync(path.dirname(file), { recursive: true, force: true }); // Parts of an earlier build would be uploaded as well.
  return { name, file, bytes: await bundle(path.join(ROOT, 'functions', name, 'handler.ts'), file) };
}

/** Writes the bundle to `outfile`, its parts beside it, and answers the bytes of all of them, source maps left out. */
export async function bundle(entry: string, outfile: string, { isSplit = true } = {}): Promise<number> {
  if (!existsSync(entry)) throw new Error(`There is no ${path.relative(ROOT, entry)} to build.`);
  const { metafile } = await build({
    entryPoints: [{ in: entry, out: path.parse(outfile).name }],
    outdir: path.dirname(outfile),
    outExtension: { '.js': path.extname(outfile) },
    bundle: true,
    plugins: [CORE_BY_FILE, VERSION_OF_SDK],
    // What is imported dynamically becomes a part of its own, and is loaded by the first request that needs it.
    splitting: isSplit,
    chunkNames: 'part-[hash]',
    external: [
      'bowser', // Reads a browser's name for the SDK: never loaded outside of one.
      // Ways to sign in that only a laptop or a server has. A Lambda's credentials are in its environment, the first place that is looked at.
      '@aws-sdk/credential-provider-http',
      '@aws-sdk/credential-provider-ini',
      '@aws-sdk/credential-provider-login',
      '@aws-sdk/credential-provider-process',
      '@aws-sdk/credential-provider-sso',
      '@aws-sdk/credential-provider-web-identity',
      '@smithy/credential-provider-imds',
      '@aws-sdk/nested-clients/*',
      '@smithy/core/event-streams', // Loaded by calls that stream events: there is none among those of DynamoDB and SQS.
    ],
    minify: true,
    charset: 'utf8', // French letters as they are: escaped, each takes twice the bytes.
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // The SDK's CommonJS files, which esbuild prefers on its own, cannot be shaken.
    mainFields: ['module', 'main'],
    sourcemap: 'linked',
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    absWorkingDir: ROOT,
  });
  const outputs = Object.entries(metafile.outputs).filter(([name]) => !name.endsWith('.map'));
  return outputs.reduce((sum, [, { bytes }]) => sum + bytes, 0);
}

if (process.argv[1] === import.meta.filename) {
  const bundles = await buildFunctions(functionNames(), path.join(ROOT, 'dist/functions'));
  for (const { name, bytes } of bundles) console.log(`${name.padEnd(12)} ${(bytes / 1000).toFixed(0).padStart(6)} KB`);
}
