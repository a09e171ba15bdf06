import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  collectFileDependencies,
  collectWorkspaceDirectories,
  findAndParsePackageJsonFiles,
  getPackableFiles,
} from '@hubspot/project-parsing-lib/workspaces';

/** HubSpot's CLI never uploads these, whatever `.hsignore` says. */
const NEVER_UPLOADED = ['.*', 'node_modules', '*.log', '*.swp', '*~', 'Thumbs.db'];

/** A package outside the source folder, and where the archive keeps it. */
interface OutsidePackage {
  readonly dir: string;
  readonly archivePath: string;
}

/**
 * Lays out in `intoDir` what `hs project upload` would put in its archive, unpacked: the source folder without ignored files,
 * packages from outside it under `_workspaces/`, and the package files that then point there.
 */
export async function layOutArchive(projectDir: string, intoDir: string): Promise<void> {
  const srcDir = path.join(projectDir, 'src');
  const outside = await outsidePackages(srcDir);
  await copyFiltered(srcDir, intoDir, await ignored(projectDir));
  for (const { dir, archivePath } of outside) await copyPackage(dir, path.join(intoDir, archivePath));
  for (const name of await packageFiles(intoDir)) await pointToArchive(name, { srcDir, intoDir, outside });
}

async function outsidePackages(srcDir: string): Promise<readonly OutsidePackage[]> {
  const packageJsons = await findAndParsePackageJsonFiles(srcDir);
  const isOutside = (dir: string) => path.relative(srcDir, dir).startsWith('..');
  const linked = (await collectFileDependencies(packageJsons)).filter(({ localPath }) => isOutside(localPath));
  if (linked.length > 0) {
    throw new Error(`${linked[0]?.packageName} is a file: dependency: only the first of several would be uploaded.`);
  }
  const dirs = (await collectWorkspaceDirectories(packageJsons)).map(({ workspaceDir }) => workspaceDir);
  return [...new Set(dirs.filter(isOutside))].map((dir) => ({ dir, archivePath: archivePathOf(dir) }));
}

function archivePathOf(dir: string): string {
  const hash = createHash('sha256').update(dir).digest('hex').slice(0, 8);
  return `_workspaces/${path.basename(dir)}-${hash}`;
}

async function ignored(projectDir: string): Promise<readonly string[]> {
  const lines = (await readFile(path.join(projectDir, '.hsignore'), 'utf8')).split('\n').map((line) => line.trim());
  const patterns = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const withPath = patterns.find((pattern) => pattern.includes('/') || pattern.startsWith('!'));
  if (withPath !== undefined) throw new Error(`.hsignore: ${withPath} is more than the name of a file or folder.`);
  return [...NEVER_UPLOADED, ...patterns];
}

async function copyFiltered(from: string, to: string, patterns: readonly string[]): Promise<void> {
  const isUploaded = (file: string) => {
    const names = path.relative(from, file).split(path.sep);
    return file === from || !names.some((name) => patterns.some((pattern) => path.matchesGlob(name, pattern)));
  };
  await cp(from, to, { recursive: true, filter: isUploaded });
}

async function copyPackage(from: string, to: string): Promise<void> {
  for (const file of await getPackableFiles(from)) {
    await mkdir(path.dirname(path.join(to, file)), { recursive: true });
    await cp(path.join(from, file), path.join(to, file));
  }
}

async function packageFiles(dir: string): Promise<readonly string[]> {
  const names = await readdir(dir, { recursive: true });
  return names.filter((name) => /(^|[\\/])package(-lock)?\.json$/.test(name) && !name.startsWith('_workspaces'));
}

interface Relocation {
  readonly srcDir: string;
  readonly intoDir: string;
  readonly outside: readonly OutsidePackage[];
}

/** Workspaces, lockfile keys and lockfile links name a package by its path from the package file's folder. */
async function pointToArchive(name: string, { srcDir, intoDir, outside }: Relocation): Promise<void> {
  const file = path.join(intoDir, name);
  const moves = outside.map(({ dir, archivePath }) => ({
    before: path.relative(path.dirname(path.join(srcDir, name)), dir),
    after: path.relative(path.dirname(name), archivePath),
  }));
  const moved = (text: string) => moves.find(({ before }) => before === text)?.after ?? text;
  await writeFile(file, JSON.stringify(renamed(JSON.parse(await readFile(file, 'utf8')), moved), null, 2));
}

function renamed(value: unknown, moved: (text: string) => string): unknown {
  if (typeof value === 'string') return moved(value);
  if (Array.isArray(value)) return value.map((item: unknown) => renamed(item, moved));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, below]: [string, unknown]) => [moved(key), renamed(below, moved)]),
  );
}
