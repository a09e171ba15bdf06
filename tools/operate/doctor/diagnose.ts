import { readHubSpotSecret } from '../aws/hubspot-secret.ts';
import { assertSameAccount } from '../aws/identity.ts';
import { readSyncState } from '../aws/insights-table.ts';
import { readStack } from '../aws/stacks.ts';
import { halfDeployed, isWhole, outputOf } from '../deploy/stack-health.ts';
import { askHealth, askUnsigned } from '../hubspot/signed-health.ts';
import { readFlags } from '../installation/flags.ts';
import { type Installation, loadInstallation } from '../installation/installation.ts';
import { STACK_NAME } from '../installation/stack-name.ts';
import { OperateError } from '../operate-error.ts';
import { tableLines } from '../terminal/table.ts';
import type { Workbench } from '../workbench.ts';
import { span } from './ago.ts';
import { healthFindings } from './checks/health-findings.ts';
import { clockFinding, tokenFinding } from './checks/hubspot-findings.ts';
import { queueFindings } from './checks/queue-findings.ts';
import { signatureFindings } from './checks/signature-findings.ts';
import { attention, type Finding, ok } from './finding.ts';

const HELP = `Looks over a living installation and says what needs attention. Changes nothing.

  npm run doctor        exit code 1 when something needs attention`;

const RECONCILE_MINUTES = 15; // The stack's default.

export async function doctor(bench: Workbench, args: readonly string[]): Promise<number> {
  const { terminal } = bench;
  if (readFlags(args, { help: { type: 'boolean' } }, 'doctor').help) {
    terminal.say(HELP);
    return 0;
  }
  const installation = await loadInstallation(bench.root);
  const { accountId } = await assertSameAccount(installation);
  terminal.say(`HubSpot account ${installation.portalId}, AWS account ${accountId}, region ${installation.region}\n`);
  const findings = await diagnose(bench, installation);
  for (const line of tableLines(findings.map(({ what, isOk, seen }) => [isOk ? '✓ ok' : '✗ attention', what, seen])))
    terminal.say(line);
  const troubles = findings.filter(({ isOk }) => !isOk);
  terminal.say(troubles.length === 0 ? '\nEverything is as it should be.' : '\nTo do:');
  for (const { what, remedy = '' } of troubles) terminal.say(`- ${what}: ${remedy}`);
  return troubles.length === 0 ? 0 : 1;
}

async function diagnose(bench: Workbench, installation: Installation): Promise<readonly Finding[]> {
  const { region, portalId } = installation;
  const stack = await readStack(region, STACK_NAME);
  if (stack === null)
    throw new OperateError(
      `There is no stack ${STACK_NAME} in ${region}.`,
      'Run npm run deploy, or correct region in installation.json.',
    );
  if (!isWhole(stack.status)) throw await halfDeployed(region, stack);
  const { outputs, changedAt } = stack;
  const baseUrl = outputOf(outputs, 'PublicBaseUrl');
  const secret = await readHubSpotSecret({ region, arn: outputOf(outputs, 'HubSpotSecretArn') });
  const clientSecret = secret.HUBSPOT_CLIENT_SECRET;
  const [signed, unsigned, queues, token, clock, reconcile] = await Promise.all([
    askHealth({ baseUrl, installation, clientSecret, now: bench.now() }),
    askUnsigned(baseUrl),
    queueFindings(region, outputs),
    tokenFinding(bench, secret.HUBSPOT_ACCESS_TOKEN, portalId),
    clockFinding(bench),
    reconcileFinding(bench, installation, outputOf(outputs, 'TableName')),
  ]);
  return [
    stackFinding(stack.status, changedAt === null ? '' : `, changed ${span(bench.now() - changedAt)} ago`),
    clock,
    ...signatureFindings(signed, unsigned),
    token,
    ...(signed.kind === 'healthy' ? healthFindings(signed.health, bench.now()) : []),
    reconcile,
    ...queues,
  ];
}

const stackFinding = (status: string, changed: string): Finding =>
  status === 'UPDATE_ROLLBACK_COMPLETE'
    ? attention(
        'stack',
        `${status}${changed}`,
        'The last deployment failed and was taken back; the version before runs. Read the events of the stack, then npm run deploy.',
      )
    : ok('stack', `${status}${changed}`);

async function reconcileFinding(bench: Workbench, installation: Installation, tableName: string): Promise<Finding> {
  const { region, portalId, reconcileMinutes = RECONCILE_MINUTES } = installation;
  const { watermark } = await readSyncState({ region, tableName }, portalId, bench.now);
  if (watermark === null)
    return attention(
      'reconcile',
      'has not begun',
      'It begins after the first backfill: npm run deploy -- --only backfill.',
    );
  const age = bench.now() - watermark;
  // Two runs may be under way or just due; a third one missing is a fault.
  return age <= 3 * reconcileMinutes * 60_000
    ? ok('reconcile', `every change up to ${span(age)} ago is read`)
    : attention(
        'reconcile',
        `has not finished for ${span(age)}`,
        'Look at the log of the reconcile function; often the token (above).',
      );
}
