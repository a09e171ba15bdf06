import path from 'node:path';
import { build } from 'esbuild';

export interface Asset {
  readonly contentType: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

const BROWSER_DIR = path.join(import.meta.dirname, '../browser');

/** The page and the worker, bundled: scripts, styles and the font, by the URL they are served at. */
export async function bundleBrowserAssets(): Promise<ReadonlyMap<string, Asset>> {
  const common = {
    bundle: true,
    write: false,
    minify: true,
    outdir: '/assets',
    target: 'es2022',
    jsx: 'automatic',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff2': 'file' },
    entryNames: '[name]',
    assetNames: '[name]',
    publicPath: '/assets',
  } as const;
  const results = await Promise.all([
    build({
      ...common,
      entryPoints: [path.join(BROWSER_DIR, 'page.tsx'), path.join(BROWSER_DIR, 'styles/page.css')],
      format: 'esm',
    }),
    // A classic script: HubSpot's bundles are loaded by importScripts, which module workers lack.
    build({ ...common, entryPoints: [path.join(BROWSER_DIR, 'worker.ts')], format: 'iife' }),
  ]);
  return new Map(
    results
      .flatMap(({ outputFiles }) => outputFiles)
      .map((file) => [
        `/assets/${path.basename(file.path)}`,
        {
          contentType: TYPES[path.extname(file.path)] ?? 'application/octet-stream',
          body: new Uint8Array(file.contents),
        },
      ]),
  );
}
