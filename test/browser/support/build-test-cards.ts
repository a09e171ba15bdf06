import { readdirSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Extensions } from '../../../local/preview/build/extensions.ts';

/** Parts of cards, not cards. */
const PARTS = ['asking.tsx'];

/** Entries that are no cards, by their file. */
const LOCATIONS: Readonly<Record<string, string>> = { 'app-page': 'pages', 'app-settings': 'settings' };

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

/** The cards of a folder as bundles of the form that HubSpot's builder makes; all in one go, because they are many. */
export async function buildTestCards(folderName: string): Promise<Extensions> {
  const folder = path.join(import.meta.dirname, '..', folderName);
  const names = readdirSync(folder).filter((name) => name.endsWith('.tsx') && !PARTS.includes(name));
  const { outputFiles } = await build({
    entryPoints: names.map((name) => path.join(folder, name)),
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    outdir: '/bundles',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [hubspotGlobals],
    logLevel: 'warning',
  });
  const uids = names.map((name) => path.parse(name).name);
  return {
    appName: 'Test cards',
    permittedUrls: ['https://insights.example.com'],
    variables: {},
    entries: uids.map((uid) => ({
      uid,
      title: uid,
      description: '',
      location: LOCATIONS[uid] ?? 'crm.record.tab',
      bundleUrl: `/bundles/${uid}.js`,
    })),
    bundles: new Map(outputFiles.map((file) => [`/bundles/${path.basename(file.path)}`, file.text])),
  };
}
