import { readdirSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Extensions } from './extensions.ts';

/** What HubSpot's builder leaves to globals of the worker. There is none for react-dom. */
const GLOBALS: Readonly<Record<string, string>> = {
  react: 'React',
  '@remote-ui/react': 'RemoteUI',
  'react-dom': 'ReactDOM',
};

const hubspotGlobals: Plugin = {
  name: 'hubspot-globals',
  setup(bundling) {
    bundling.onResolve({ filter: /^(react|react-dom|@remote-ui\/react)$/ }, ({ path: name }) => ({
      path: name,
      namespace: 'global',
    }));
    bundling.onLoad({ filter: /.*/, namespace: 'global' }, ({ path: name }) => ({
      contents: `module.exports = ${GLOBALS[name] ?? name};`,
    }));
  },
};

/** Cards as bundles of the form that HubSpot's builder makes, by the URL they are served at; all in one go, because they are many. */
export async function bundleCards(files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: [...files],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    outdir: '/bundles',
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['node:*'],
    plugins: [hubspotGlobals],
    logLevel: 'warning',
  });
  return new Map(outputFiles.map((file) => [`/bundles/${path.basename(file.path)}`, file.text]));
}

const GALLERY_DIR = path.join(import.meta.dirname, '../gallery');

/** The cards of the gallery: every component that the product draws, in the variants in use, family by family. */
export const galleryFiles = (): readonly string[] =>
  readdirSync(GALLERY_DIR)
    .toSorted()
    .map((name) => path.join(GALLERY_DIR, name));

/** The gallery beside the product's own extensions: its cards stand on a page of their own. */
export async function withGallery(extensions: Extensions): Promise<Extensions> {
  const files = galleryFiles();
  const entries = files.map((file) => {
    const { name: uid } = path.parse(file);
    return {
      uid,
      title: uid.replaceAll('-', ' '),
      description: '',
      location: 'gallery',
      bundleUrl: `/bundles/${uid}.js`,
    };
  });
  return {
    ...extensions,
    entries: [...extensions.entries, ...entries],
    bundles: new Map([...extensions.bundles, ...(await bundleCards(files))]),
  };
}
