import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDataFolder } from '../../../local/runtime/data-folder.ts';
import { StartError } from '../../../local/runtime/start-error.ts';

let root: string;
let notes: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'data-folder-'));
  notes = [];
});
afterEach(() => rmSync(root, { recursive: true }));

const manifest = { endsAt: 1, clockAt: 2, isLoaded: true };
const open = (overrides: { fresh?: boolean; key?: string } = {}) =>
  openDataFolder({ root, key: 'demo', fresh: false, note: (text) => notes.push(text), ...overrides });

describe('the data folder', () => {
  it('is found again by the same source, and is another one for another source', () => {
    open().save(manifest);

    expect(open().manifest).toMatchObject(manifest);
    expect(open({ key: 'history-1' }).manifest).toBeNull();
  });

  it('is emptied by --fresh, and by that alone', () => {
    const first = open();
    first.save(manifest);
    writeFileSync(join(first.path, 'content'), '');

    open();
    const before = existsSync(join(first.path, 'content'));
    open({ fresh: true });

    expect([before, existsSync(join(first.path, 'content'))]).toEqual([true, false]);
  });

  it('never touches a folder of somebody else, not even with --fresh', () => {
    mkdirSync(join(root, 'demo'));
    writeFileSync(join(root, 'demo', 'thesis.txt'), '');

    expect(() => open({ fresh: true })).toThrow(StartError);
    expect(readdirSync(join(root, 'demo'))).toEqual(['thesis.txt']);
  });

  it('says what to do when its manifest is damaged', () => {
    const first = open();
    writeFileSync(join(first.path, 'manifest.json'), '{"format":');

    expect(() => open()).toThrow(/manifest\.json cannot be read: .* --fresh\.$/);
    expect(open({ fresh: true }).manifest).toBeNull();
  });

  it('starts afresh, and says so, behind another version', () => {
    const first = open();
    writeFileSync(join(first.path, 'manifest.json'), JSON.stringify({ format: 0, ...manifest }));

    expect(open().manifest).toBeNull();
    expect(notes).toEqual([expect.stringContaining('another version')]);
  });

  it('is used by one start at a time', () => {
    open().release();
    writeFileSync(join(root, 'demo.pid'), String(process.ppid));

    expect(() => open()).toThrow(`used by another start (process ${process.ppid})`);
  });

  it('can be used again after a start that was killed', () => {
    const killed = 2 ** 22 + 1; // beyond the largest process id
    writeFileSync(join(root, 'demo.pid'), String(killed));

    expect(open().manifest).toBeNull();
  });
});
