import path from 'node:path';
import * as z from 'zod';
import { OperateError } from '../operate-error.ts';
import type { Workbench } from '../workbench.ts';
import { type Finished, runProgram } from './run-program.ts';
import { isAtLeast, versionIn } from './tool-versions.ts';

const WANTED = '8.14.0'; // The version that the archive of the project was tested with.

/** How HubSpot's CLI is called here: as `hs` when a recent one is installed, else through npx. */
export interface HubSpotCli {
  readonly command: readonly [string, ...string[]];
  readonly version: string;
}

export async function findHubSpotCli(bench: Workbench): Promise<HubSpotCli> {
  const installed = await versionOf(bench, ['hs']);
  if (installed !== null && isAtLeast(installed, WANTED)) return { command: ['hs'], version: installed };
  const throughNpx = ['npx', '--yes', `@hubspot/cli@${WANTED}`] as const;
  const fetched = await versionOf(bench, throughNpx);
  if (fetched !== null) return { command: throughNpx, version: fetched };
  const have =
    installed === null ? "HubSpot's CLI (hs) is not installed" : `HubSpot's CLI is ${installed}, older than ${WANTED}`;
  throw new OperateError(
    `${have}, and npx cannot fetch it.`,
    `Run npm install --global @hubspot/cli@${WANTED}, then hs account auth.`,
  );
}

async function versionOf(bench: Workbench, [name, ...args]: HubSpotCli['command']): Promise<string | null> {
  const { code, output } = await runProgram(bench, {
    name,
    args: [...args, '--version'],
    cwd: bench.root,
    isQuiet: true,
  });
  return code === 0 ? versionIn(output) : null;
}

/** Uploads the project with its production profile, and makes it at the first time. HubSpot builds and deploys it at once. */
export async function uploadProject(bench: Workbench): Promise<void> {
  const cli = await findHubSpotCli(bench);
  const { code, output } = await callCli(bench, cli, {
    args: ['project', 'upload', '--profile', 'production', '--force'],
  });
  if (code === 0) return;
  if (/account auth|config file|not found in your config/i.test(output))
    throw new OperateError(
      "HubSpot's CLI does not know this account.",
      `Run ${[...cli.command, 'account', 'auth'].join(' ')}, choose the account, and try again.`,
    );
  throw new OperateError(
    'HubSpot refused the upload; its reasons stand above. What is live in HubSpot stays as it was.',
    'Remove the cause and run npm run deploy -- --only upload.',
  );
}

const infoSchema = z.object({ app: z.object({ id: z.number().int().positive() }) });

/** The number of the app that the upload made; null where the CLI does not tell. */
export async function readAppId(bench: Workbench, portalId: string): Promise<string | null> {
  const cli = await findHubSpotCli(bench);
  const args = ['project', 'info', '--account', portalId, '--json'];
  const { code, output } = await callCli(bench, cli, { args, isQuiet: true });
  const json = output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1);
  if (code !== 0 || json === '') return null;
  try {
    return String(infoSchema.parse(JSON.parse(json)).app.id);
  } catch {
    return null;
  }
}

interface Call {
  readonly args: readonly string[];
  readonly isQuiet?: boolean;
}

function callCli(
  bench: Workbench,
  { command: [name, ...before] }: HubSpotCli,
  { args, isQuiet = false }: Call,
): Promise<Finished> {
  const cwd = path.join(bench.root, 'hubspot-project');
  return runProgram(bench, { name, args: [...before, ...args], cwd, isQuiet });
}
