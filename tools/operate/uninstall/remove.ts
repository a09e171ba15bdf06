import path from 'node:path';
import { assertSameAccount } from '../aws/identity.ts';
import { readPages, removeDeletionProtection } from '../aws/insights-table.ts';
import { readStack } from '../aws/stacks.ts';
import { halfDeployed, outputOf } from '../deploy/stack-health.ts';
import { readFlags } from '../installation/flags.ts';
import { type Installation, loadInstallation } from '../installation/installation.ts';
import { STACK_NAME } from '../installation/stack-name.ts';
import { OperateError } from '../operate-error.ts';
import { buildFunctions, runCdk } from '../shell/cdk.ts';
import type { Workbench } from '../workbench.ts';
import { exportTable } from './export-table.ts';

const HELP = `Exports all data to a file, then removes the AWS stack. The table and the secret stay until you delete them.

  npm run uninstall                              asks before each thing that cannot be taken back
  npm run uninstall -- --export-only             only writes the file
  npm run uninstall -- --confirm PORTAL_ID       without a terminal: agrees to remove the stack
  npm run uninstall -- --unprotect TABLE_NAME    lets the table be deleted afterwards`;

export async function uninstall(bench: Workbench, args: readonly string[]): Promise<number> {
  const { terminal } = bench;
  const flags = readFlags(
    args,
    {
      confirm: { type: 'string' },
      unprotect: { type: 'string' },
      'export-only': { type: 'boolean' },
      help: { type: 'boolean' },
    },
    'uninstall',
  );
  if (flags.help) {
    terminal.say(HELP);
    return 0;
  }
  const installation = await loadInstallation(bench.root);
  await assertSameAccount(installation);
  const { region, portalId } = installation;
  const stack = await readStack(region, STACK_NAME);
  if (stack === null)
    throw new OperateError(
      `There is no stack ${STACK_NAME} in ${region}.`,
      'Nothing is to be removed there; correct the region if it is another.',
    );
  if (stack.outputs['TableName'] === undefined) throw await halfDeployed(region, stack);
  const place = { region, tableName: outputOf(stack.outputs, 'TableName') };
  const secretArn = outputOf(stack.outputs, 'HubSpotSecretArn');

  await exportTo(bench, place);
  if (flags['export-only']) return 0;

  terminal.say(
    `\n[2/3] Remove the stack ${STACK_NAME} (functions, queues, API, alarms). The card stops working at once.`,
  );
  if (!(await isConfirmed(bench, { wanted: portalId, given: flags.confirm, what: 'remove the stack' })))
    throw new OperateError(
      'Nothing was removed: the number of the HubSpot account was not given.',
      'Run npm run uninstall again to remove it.',
    );
  terminal.say('\n[3/3] The table stays. It is protected from deletion.');
  const mayDelete = await isConfirmed(bench, {
    wanted: place.tableName,
    given: flags.unprotect,
    what: 'let the table be deleted (Enter keeps it protected)',
  });
  if (mayDelete) await removeDeletionProtection(place);

  await destroy(bench, installation);
  sayWhatStays(bench, { ...place, secretArn, mayDelete });
  return 0;
}

async function exportTo(
  { root, terminal, now }: Workbench,
  place: { readonly region: string; readonly tableName: string },
): Promise<void> {
  const stamp = new Date(now()).toISOString().slice(0, 19).replaceAll(':', '-');
  const file = path.join(root, `deal-stage-insights-export-${stamp}.jsonl.gz`);
  terminal.say(`[1/3] Export the table ${place.tableName}`);
  const items = await exportTable({
    file,
    pages: readPages(place),
    onItems: (done) => terminal.write(`\r  ${done} items`),
  });
  terminal.say(`\r  ✓ ${items} items in ${path.basename(file)}, counted again after writing`);
  terminal.say('  It holds names and amounts of deals: keep it where only you can read it. To undo: delete it.');
}

interface Confirmation {
  readonly wanted: string;
  readonly given: string | undefined;
  readonly what: string;
}

/** Only the exact words count, typed or as a flag; without a terminal and without the flag the answer is no. */
async function isConfirmed({ terminal }: Workbench, { wanted, given, what }: Confirmation): Promise<boolean> {
  if (given !== undefined) return given === wanted;
  if (!terminal.isInteractive) return false;
  return (await terminal.ask(`  Type ${wanted} to ${what}: `)) === wanted;
}

async function destroy(bench: Workbench, installation: Installation): Promise<void> {
  await buildFunctions(bench);
  const { code } = await runCdk(bench, 'destroy', installation);
  if (code === 0) return;
  throw new OperateError(
    'The stack was not removed, or not wholly (output above).',
    'Remove the cause and run npm run uninstall again; the exported file is whole.',
  );
}

interface Staying {
  readonly region: string;
  readonly tableName: string;
  readonly secretArn: string;
  readonly mayDelete: boolean;
}

function sayWhatStays({ terminal }: Workbench, { region, tableName, secretArn, mayDelete }: Staying): void {
  const unprotect = `aws dynamodb update-table --no-deletion-protection-enabled --table-name ${tableName} --region ${region}`;
  for (const line of [
    '\nThe stack is gone. What stays, and how to delete it:',
    ...(mayDelete ? [] : [`- the table's protection:  ${unprotect}`]),
    `- the table:   aws dynamodb delete-table --table-name ${tableName} --region ${region}`,
    `- the secret:  aws secretsmanager delete-secret --secret-id ${secretArn} --region ${region}`,
    '- in HubSpot:  Settings → Integrations → Connected apps → Deal Stage Insights → Uninstall;',
    '               then Development → Projects → deal-stage-insights → Settings → Delete project',
    '- on this machine: installation.json and hubspot-project/src/hsprofile.production.json',
    'To undo: npm run deploy makes a new, empty table and reads HubSpot again. The old figures are in the exported file.',
  ])
    terminal.say(line);
}
