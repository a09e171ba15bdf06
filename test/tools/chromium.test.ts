import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installedChromium } from '../support/chromium.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chromium-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function aProgram(name: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, '');
  chmodSync(file, 0o755);
  return file;
}

describe('the browser of the tests', () => {
  it('is the one that CHROME_PATH names, before every other', () => {
    const [named] = [aProgram('my-chrome'), aProgram('chromium')];

    expect(installedChromium({ environment: { CHROME_PATH: named, PATH: folder }, usual: [] })).toBe(named);
  });

  it('is never another one when CHROME_PATH names none: the mistake is said', () => {
    aProgram('chromium');

    expect(() =>
      installedChromium({ environment: { CHROME_PATH: '/nowhere/chrome', PATH: folder }, usual: [] }),
    ).toThrow('CHROME_PATH names /nowhere/chrome, where no file is');
  });

  it('is found on the path, else in a usual place, else not at all', () => {
    const usual = [aProgram('Google Chrome')];
    const environment = { PATH: `/nowhere${path.delimiter}${folder}` };

    expect(installedChromium({ environment, usual })).toBe(usual[0]);
    expect(installedChromium({ environment, usual: [] })).toBeNull();
    const onPath = aProgram('google-chrome');
    expect(installedChromium({ environment, usual })).toBe(onPath);
  });
});
