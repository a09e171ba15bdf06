import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const LAUNCH = join(import.meta.dirname, '../../local/launch.js');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** What `npm start` runs, to its end. */
function start(args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const { HUBSPOT_ACCESS_TOKEN: _, ...env } = process.env;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [LAUNCH, ...args],
      { env: { ...env, ...variables } },
      (_error, _out, said) => resolve({ code: child.exitCode, said }),
    );
  });
}

function csv(...rows: string[]): string {
  const path = join(folder, 'history.csv');
  writeFileSync(path, ['deal_id,seq,at,from_stage,to_stage', ...rows, ''].join('\n'));
  return path;
}

describe('npm start', { timeout: 60_000 }, () => {
  it('says that the port is taken, and loads nothing', async () => {
    const taken = createServer();
    await once(taken.listen(0, '127.0.0.1'), 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';

    const ended = await start(['--port', port, '--data', folder]);
    taken.close();

    expect(ended).toEqual({
      code: 1,
      said: `Port ${port} is in use: stop what uses it, or choose another with --port.\n`,
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names file, line and column of a log that it cannot read, and keeps nothing of it', async () => {
    const log = csv('1,0,2026-01-01T00:00:00.000Z,,new', '1,1,yesterday,new,offer');

    const ended = await start(['--history', log, '--data', join(folder, 'data'), '--port', '0']);

    expect(ended.code).toBe(1);
    expect(ended.said).toMatch(/^history\.csv, line 3, column at: [^\n]*\n$/);
    expect(readdirSync(folder)).toEqual(['history.csv']);
  });

  it('refuses a damaged data folder in one sentence', async () => {
    mkdirSync(join(folder, 'demo', 'dynamodb'), { recursive: true });
    writeFileSync(join(folder, 'demo', 'manifest.json'), '{"format":1,"endsAt":1,"clockAt":1}');
    writeFileSync(join(folder, 'demo', 'dynamodb', 'CURRENT'), 'damaged');

    const ended = await start(['--data', folder, '--port', '0']);

    expect(ended.code).toBe(1);
    expect(ended.said).toMatch(/^[^\n]*the data folder is damaged; start again with --fresh\.\n$/);
  });

  it.each([
    ['an unknown flag', ['--colour'], {}, /^Unknown option '--colour'\. See npm start -- --help\.\n$/],
    ['a missing file', ['--history', 'nowhere.csv'], {}, /^--history nowhere\.csv: there is no such file\.\n$/],
    [
      'a token that is none',
      [],
      { HUBSPOT_ACCESS_TOKEN: 'a b' },
      /^HUBSPOT_ACCESS_TOKEN is no access token: [^\n]*\n$/,
    ],
  ])('refuses %s in one sentence', async (_, args, variables, sentence) => {
    const ended = await start([...args, '--port', '0', '--data', folder], variables);

    expect(ended.code).toBe(1);
    expect(ended.said).toMatch(sentence);
  });
});
