import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Level } from 'level';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDataFolder } from '../../../local/runtime/data-folder.ts';
import { tablePath } from '../../../local/runtime/table-files.ts';
import { StartError } from '../../../local/runtime/start-error.ts';

let root: string;
let notes: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'data-folder-'));
  notes = [];
});
afterEach(() => rmSync(root, { recursive: true }));

const manifest = { endsAt: 1, clockAt: 2 };
const open = (overrides: { fresh?: boolean; key?: string } = {}) =>
  openDataFolder({ root, key: 'demo', fresh: false, note: (text) => notes.push(text), ...overrides });

describe('the data folder', () => {
  it('is found again by the same source, and is another one for another source', async () => {
    (await open()).save(manifest);

    expect((await open()).manifest).toMatchObject(manifest);
    expect((await open({ key: 'history-1' })).manifest).toBeNull();
  });

  it('is emptied by --fresh, and by that alone', async () => {
    const first = await open();
    first.save(manifest);
    writeFileSync(join(first.path, 'content'), '');

    await open();
    const before = existsSync(join(first.path, 'content'));
    await open({ fresh: true });

    expect([before, existsSync(join(first.path, 'content'))]).toEqual([true, false]);
  });

  it('is not there before its first save, so that a start that fails leaves nothing', async () => {
    await open();

    expect(readdirSync(root)).toEqual([]);
  });

  it('says so when it would have to lie in a file', async () => {
    writeFileSync(join(root, 'file'), '');

    await expect(
      openDataFolder({ root: join(root, 'file'), key: 'demo', fresh: false, note: () => {} }),
    ).rejects.toThrow(new StartError(`${join(root, 'file')} is a file: give --data a folder.`));
  });

  it('never touches a folder of somebody else, not even with --fresh', async () => {
    mkdirSync(join(root, 'demo'));
    writeFileSync(join(root, 'demo', 'thesis.txt'), '');

    await expect(open({ fresh: true })).rejects.toThrow(StartError);
    expect(readdirSync(join(root, 'demo'))).toEqual(['thesis.txt']);
  });

  it('says what to do when its manifest is damaged', async () => {
    const first = await open();
    first.save(manifest);
    writeFileSync(join(first.path, 'manifest.json'), '{"format":');

    await expect(open()).rejects.toThrow(/manifest\.json cannot be read: .* --fresh\.$/);
    expect((await open({ fresh: true })).manifest).toBeNull();
  });

  it('starts afresh, and says so, behind another version', async () => {
    const first = await open();
    first.save(manifest);
    writeFileSync(join(first.path, 'manifest.json'), JSON.stringify({ format: 0, ...manifest }));

    expect((await open()).manifest).toBeNull();
    expect(notes).toEqual([expect.stringContaining('another version')]);
  });

  it('is used by one start at a time, and free again after it, even when it was killed', async () => {
    const first = await open();
    first.save(manifest);
    const table = new Level(tablePath(first.path));
    await table.open();

    await expect(open()).rejects.toThrow('used by another start');
    await expect(open({ fresh: true })).rejects.toThrow('used by another start');
    await table.close(); // a lock of the operating system: a process that is killed loses it as well

    expect((await open()).manifest).toMatchObject(manifest);
  });

  it('says what to do when the files of the table are damaged, and does it with --fresh', async () => {
    const first = await open();
    first.save(manifest);
    mkdirSync(tablePath(first.path));
    writeFileSync(join(tablePath(first.path), 'CURRENT'), 'damaged');

    await expect(open()).rejects.toThrow(/the data folder is damaged; start again with --fresh\.$/);
    expect((await open({ fresh: true })).manifest).toBeNull();
  });
});
