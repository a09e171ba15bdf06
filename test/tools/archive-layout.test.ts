import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { layOutArchive } from '../../tools/archive-layout.ts';

async function temporaryDir(): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'archive-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  return dir;
}

/** Writes the files of a project, and says what its archive would hold. */
async function archived(files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const root = await temporaryDir();
  const into = await temporaryDir();
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
  await layOutArchive(path.join(root, 'project'), into);
  const names = await readdir(into, { recursive: true, withFileTypes: true });
  const archivedFiles = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      archivedFiles.map(async (file) => [
        path.relative(into, file).replace(/shared-[0-9a-f]{8}/, 'shared-HASH'),
        (await readFile(file, 'utf8')).replace(/shared-[0-9a-f]{8}/g, 'shared-HASH'),
      ]),
    ),
  );
}

const PROJECT = {
  'project/.hsignore': '# not for HubSpot\ndist\n*.test.ts\n',
  'project/src/app/package.json': '{"name":"app","workspaces":["cards","../../../shared"]}',
  'project/src/app/package-lock.json': JSON.stringify({
    packages: {
      '': { workspaces: ['cards', '../../../shared'] },
      '../../../shared': { name: '@x/shared' },
      'node_modules/@x/shared': { resolved: '../../../shared', link: true },
    },
  }),
  'project/src/app/cards/package.json': '{"name":"cards","dependencies":{"@x/shared":"*"}}',
  'project/src/app/cards/Card.tsx': 'export {};',
  'shared/package.json': '{"name":"@x/shared","version":"0.0.0","files":["src"]}',
  'shared/src/index.ts': 'export {};',
  'shared/notes.md': 'not in "files"',
};

describe('layOutArchive', () => {
  it('takes the source folder, and the shared package as npm would publish it', async () => {
    expect(Object.keys(await archived(PROJECT)).toSorted()).toEqual([
      '_workspaces/shared-HASH/package.json',
      '_workspaces/shared-HASH/src/index.ts',
      'app/cards/Card.tsx',
      'app/cards/package.json',
      'app/package-lock.json',
      'app/package.json',
    ]);
  });

  it('points the package files to where the shared package lies in the archive', async () => {
    const files = await archived(PROJECT);

    expect(JSON.parse(files['app/package.json'] ?? '').workspaces).toEqual(['cards', '../_workspaces/shared-HASH']);
    expect(JSON.parse(files['app/package-lock.json'] ?? '').packages).toEqual({
      '': { workspaces: ['cards', '../_workspaces/shared-HASH'] },
      '../_workspaces/shared-HASH': { name: '@x/shared' },
      'node_modules/@x/shared': { resolved: '../_workspaces/shared-HASH', link: true },
    });
  });

  it.each(['.env', 'node_modules/a/index.js', 'dist/Card.js', 'npm-debug.log', 'cards/way.test.ts'])(
    'leaves %s out',
    async (name) => {
      const files = await archived({ ...PROJECT, [`project/src/app/${name}`]: 'secret' });

      expect(Object.values(files)).not.toContain('secret');
    },
  );

  it('refuses a package linked by path: of several such links only the first would be uploaded', async () => {
    const linked = { 'project/src/app/cards/package.json': '{"dependencies":{"@x/shared":"file:../../../../shared"}}' };

    await expect(archived({ ...PROJECT, ...linked })).rejects.toThrow('@x/shared is a file: dependency');
  });

  it('refuses an ignore rule that it does not understand', async () => {
    await expect(archived({ ...PROJECT, 'project/.hsignore': 'app/cards/dist\n' })).rejects.toThrow('app/cards/dist');
  });
});
