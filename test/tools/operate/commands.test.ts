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
  it.each(['deploy', 'doctor', 'redrive', 'uninstall'])(
    '%s says what it does, and refuses what it does not know',
    async (command) => {
      const [help, unknown] = await Promise.all([start(command, '--help'), start(command, '--frobnicate')]);

      expect(help.code).toBe(0);
      expect(help.stdout).toContain(`npm run ${command}`);
      expect(unknown.code).toBe(1);
      expect(unknown.stdout).toContain("✗ Unknown option '--frobnicate'.");
    },
  );
});
