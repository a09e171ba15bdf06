import { readIdentity } from '../../aws/identity.ts';
import { readStack } from '../../aws/stacks.ts';
import { assertTokenFits, clockSkewMs } from '../../hubspot/account.ts';
import { OperateError } from '../../operate-error.ts';
import { findHubSpotCli } from '../../shell/hubspot-cli.ts';
import { cdkVersion, isAtLeast } from '../../shell/tool-versions.ts';
import type { Deployment, Step } from '../step.ts';

const NODE_WANTED = '22.18.0'; // The first that runs TypeScript as it is.
const SKEW_ALLOWED_MS = 60_000; // HubSpot and AWS stop at five minutes: well before, so that it never comes as a surprise.

export const check: Step = {
  name: 'check',
  title: 'Check tools, accounts and clock',
  undo: 'nothing is changed',
  isAtAws: true,
  async run(deployment) {
    const { bench } = deployment;
    const say = (line: string) => bench.terminal.say(`  ✓ ${line}`);
    const node = process.versions.node;
    if (!isAtLeast(node, NODE_WANTED))
      throw new OperateError(
        `Node ${NODE_WANTED} or newer is needed, this is ${node}.`,
        'Run npm ci, then this command through npm.',
      );
    const cdk = await cdkVersion(bench);
    const cli = await findHubSpotCli(bench);
    say(`Node ${node}, CDK ${cdk}, HubSpot CLI ${cli.version}${cli.command[0] === 'npx' ? ' (through npx)' : ''}`);
    await agreeOnAccount(deployment);
    await assertBootstrapped(deployment);
    say('the account is prepared for the CDK (stack CDKToolkit)');
    await assertClock(deployment);
    say("this machine's clock agrees with HubSpot's");
    const token = bench.env['HUBSPOT_ACCESS_TOKEN'];
    if (token === undefined)
      return bench.terminal.say('  – no HUBSPOT_ACCESS_TOKEN given here: the token is checked when it is stored');
    await assertTokenFits(bench, token, deployment.installation().portalId);
    say(`the HubSpot token belongs to account ${deployment.installation().portalId} and has every scope`);
  },
};

/** Another account than the one agreed on was refused before; the first time, a person must agree. */
async function agreeOnAccount({ bench, installation, keep, isAgreed }: Deployment): Promise<void> {
  const { region, awsAccountId } = installation();
  const { accountId, arn } = await readIdentity(region);
  bench.terminal.say(`  ✓ AWS account ${accountId}, region ${region}, as ${arn}`);
  if (awsAccountId !== undefined) return;
  if (!isAgreed) {
    if (!bench.terminal.isInteractive)
      throw new OperateError(
        `Nobody has agreed to install into AWS account ${accountId}, region ${region}.`,
        'Say so with --yes, or run this in a terminal.',
      );
    const answer = await bench.terminal.ask(`  Install into account ${accountId}, region ${region}? [y/N] `);
    if (!/^y(es)?$/i.test(answer))
      throw new OperateError(
        'Stopped: another account or region is wanted.',
        'Choose another profile (AWS_PROFILE) or --region.',
      );
  }
  await keep({ awsAccountId: accountId });
}

async function assertBootstrapped({ installation }: Deployment): Promise<void> {
  const { region, awsAccountId } = installation();
  if ((await readStack(region, 'CDKToolkit')) !== null) return;
  throw new OperateError(
    `Account ${awsAccountId}, region ${region} is not prepared for the CDK.`,
    `Run once: npx cdk bootstrap aws://${awsAccountId}/${region}`,
  );
}

async function assertClock({ bench }: Deployment): Promise<void> {
  const skewMs = await clockSkewMs(bench);
  if (skewMs === null || Math.abs(skewMs) <= SKEW_ALLOWED_MS) return;
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  throw new OperateError(
    `This machine's clock is ${seconds} s ${skewMs > 0 ? 'ahead' : 'behind'}.`,
    'Set it (turn on network time): AWS and HubSpot refuse what is signed with a wrong time.',
  );
}
