import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { OperateError } from '../operate-error.ts';
import type { Workbench } from '../workbench.ts';
import { runProgram } from './run-program.ts';

const manifestSchema = z.object({ devDependencies: z.object({ 'aws-cdk': z.string() }) });

/** The CDK must be the one that the stack was tested with: npm's newest is an accident that cannot read the template. */
export async function cdkVersion(bench: Workbench): Promise<string> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(path.join(bench.root, 'package.json'), 'utf8')));
  const pinned = manifest.devDependencies['aws-cdk'];
  const { code, output } = await runProgram(bench, {
    name: 'cdk',
    args: ['--version'],
    cwd: bench.root,
    isQuiet: true,
  });
  const found = versionIn(output);
  if (code !== 0 || found === null)
    throw new OperateError('The AWS CDK is missing (program cdk).', 'Run npm ci, then this command through npm.');
  if (found !== pinned)
    throw new OperateError(
      `The AWS CDK is ${found}, but ${pinned} is pinned.`,
      'Run npm ci and start this command through npm, which uses the project’s own.',
    );
  return found;
}

/** The first x.y.z in what a program says of itself. */
export const versionIn = (output: string): string | null => /\d+\.\d+\.\d+/.exec(output)?.[0] ?? null;

/** Whether version `found` is `wanted` or newer, number by number. */
export function isAtLeast(found: string, wanted: string): boolean {
  const [left, right] = [found.split('.').map(Number), wanted.split('.').map(Number)];
  const differs = right.findIndex((part, index) => left[index] !== part);
  return differs === -1 || (left[differs] ?? 0) > (right[differs] ?? 0);
}
