import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import { extensionEntries } from './extension-entries.ts';

export interface BuiltBundle {
  readonly name: string;
  readonly type: string;
  readonly file: string;
  readonly manifestFile: string;
  readonly bytes: number;
}

/**
 * Builds every entry of a project with HubSpot's own builder: one minified script and one manifest each, side by side in
 * `outDir`. The builder empties its output folder, so each entry is built in a folder of its own first.
 */
export async function buildCards(srcDir: string, outDir: string): Promise<readonly BuiltBundle[]> {
  // The builder takes the mode from here: a bundle built by a test must be the one that is uploaded.
  process.env['NODE_ENV'] = 'production';
  await mkdir(outDir, { recursive: true });
  const built: BuiltBundle[] = [];
  for (const entry of await extensionEntries(srcDir)) {
    const ownDir = await mkdtemp(path.join(outDir, '.build-'));
    await remoteBuild({
      root: entry.folder,
      entryPoint: entry.entryFile,
      outputDir: ownDir,
      logLevel: 'warn',
      appConfig: { variables: {} },
    });
    for (const name of await readdir(ownDir)) await rename(path.join(ownDir, name), path.join(outDir, name));
    await rm(ownDir, { recursive: true });
    const file = path.join(outDir, `${entry.name}.js`);
    const manifestFile = path.join(outDir, `${entry.name}-manifest.json`);
    built.push({ name: entry.name, type: entry.type, file, manifestFile, bytes: (await stat(file)).size });
  }
  return built;
}

if (import.meta.main) {
  const projectRoot = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
  const built = await buildCards(path.join(projectRoot, 'hubspot-project/src'), path.join(projectRoot, 'dist/cards'));
  for (const { name, bytes } of built) console.log(`${name}: ${(bytes / 1000).toFixed(1)} kB`);
}
