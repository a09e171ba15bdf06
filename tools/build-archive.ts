import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { layOutArchive } from './archive-layout.ts';
import { buildCards, type BuiltBundle } from './build-cards.ts';
import { bundleFaults } from './bundle-faults.ts';

/**
 * Builds the extension from what would be uploaded, the way HubSpot does it: unpacked elsewhere, installed from its own
 * lockfile, built. It fails on what only fails there: an import that leaves the source folder, a package left behind.
 */
const run = promisify(execFile);
const projectRoot = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const workDir = await mkdtemp(path.join(tmpdir(), 'deal-stage-insights-archive-'));
try {
  const archiveDir = path.join(workDir, 'archive');
  await layOutArchive(path.join(projectRoot, 'hubspot-project'), archiveDir);
  const install = ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  await run('npm', install, { cwd: path.join(archiveDir, 'app'), shell: process.platform === 'win32' });
  const bundles = await buildCards(archiveDir, path.join(workDir, 'built'));
  for (const bundle of bundles) {
    const faults = bundleFaults(
      bundle.type,
      await readFile(bundle.file, 'utf8'),
      await readFile(bundle.manifestFile, 'utf8'),
    );
    console.log(`${bundle.name}: ${(bundle.bytes / 1000).toFixed(1)} kB from the archive`);
    for (const fault of faults) console.error(`${bundle.name}: ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
  for (const name of await different(
    bundles,
    await buildCards(path.join(projectRoot, 'hubspot-project/src'), path.join(workDir, 'here')),
  )) {
    console.error(
      `${name}: the archive gives another bundle than the work tree, which is what the browser tests load.`,
    );
    process.exitCode = 1;
  }
  if (bundles.length === 0) throw new Error('The archive holds no extension.');
} finally {
  await rm(workDir, { recursive: true, force: true });
}

/** Names of bundles that are not the same, byte for byte. */
async function different(these: readonly BuiltBundle[], those: readonly BuiltBundle[]): Promise<readonly string[]> {
  const names = new Set([...these, ...those].map(({ name }) => name));
  const contentOf = async (bundles: readonly BuiltBundle[], name: string) => {
    const file = bundles.find((bundle) => bundle.name === name)?.file;
    return file === undefined ? null : readFile(file, 'utf8');
  };
  const isDifferent = async (name: string) => (await contentOf(these, name)) !== (await contentOf(those, name));
  const differing = await Promise.all([...names].map(async (name) => ((await isDifferent(name)) ? [name] : [])));
  return differing.flat();
}
