import path from 'node:path';
import { cdkContext, type Installation } from '../installation/installation.ts';
import { STACK_NAME } from '../installation/stack-name.ts';
import { OperateError } from '../operate-error.ts';
import type { Workbench } from '../workbench.ts';
import { type Finished, runProgram } from './run-program.ts';

const synthFolder = (root: string): string => path.join(root, 'cdk.out');

export const templateFile = (root: string): string => path.join(synthFolder(root), `${STACK_NAME}.template.json`);

export type CdkCommand = 'synth' | 'deploy' | 'destroy';

const FLAGS: Readonly<Record<CdkCommand, readonly string[]>> = {
  synth: ['--quiet'],
  // The plan was shown and the account confirmed before: a second question of the CDK's own would stop a run without terminal.
  deploy: [STACK_NAME, '--require-approval', 'never'],
  destroy: [STACK_NAME, '--force'],
};

/** Runs the pinned CDK with the installation's parameters, in its region. */
export async function runCdk(bench: Workbench, command: CdkCommand, installation: Installation): Promise<Finished> {
  const finished = await runProgram(bench, {
    name: 'cdk',
    args: [command, ...FLAGS[command], '--output', synthFolder(bench.root), ...cdkContext(installation)],
    cwd: bench.root,
    env: {
      AWS_REGION: installation.region,
      AWS_DEFAULT_REGION: installation.region,
      CDK_DISABLE_VERSION_CHECK: '1',
      CDK_DISABLE_CLI_TELEMETRY: '1',
    },
  });
  if (finished.code === null)
    throw new OperateError('The program cdk is not there.', 'Run npm ci, then this command through npm.');
  return finished;
}

/** The bundles of the functions, which the template names by their digest. */
export async function buildFunctions(bench: Workbench): Promise<void> {
  const { code } = await runProgram(bench, { name: 'npm', args: ['run', '-s', 'build:functions'], cwd: bench.root });
  if (code !== 0)
    throw new OperateError('The functions could not be built (output above).', 'Run npm ci and try again.');
}
