import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../../..');
const start = (command: string, ...args: readonly string[]) =>
  run(process.execPath, [path.join(root, `tools/operate/${command}.ts`), ...args], { cwd: root }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
  );

describe('the commands as npm starts them', () => {
  it.each(['deploy', 'doctor', 'redrive', 'uninstall'])('%s says what it does', async (command) => {
    const { code, stdout } = await start(command, '--help');

    expect(code).toBe(0);
    expect(stdout).toContain(`npm run ${command}`);
  });

  it('end with an exit code that a script can see when they fail', async () => {
    const { code, stdout } = await start('deploy', '--frobnicate');

    expect(code).toBe(1);
    expect(stdout).toContain("✗ Unknown option '--frobnicate'.");
  });
});
