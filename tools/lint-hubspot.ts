import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// HubSpot's ESLint rules need a TypeScript of their own, so they live in a folder of their own. Installed when it changed.
const folder = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'hubspot-project');
const lockfile = path.join(folder, 'package-lock.json');
const installed = path.join(folder, 'node_modules/.package-lock.json');
const isCurrent = existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs;

const steps = [...(isCurrent ? [] : [['ci', '--ignore-scripts', '--no-audit', '--no-fund']]), ['run', 'lint']];
for (const step of steps) {
  const { status } = spawnSync('npm', step, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
