import { existsSync } from 'node:fs';
import path from 'node:path';
import { assertSameAccount } from '../aws/identity.ts';
import { readFlags, SETTING_FLAGS, settingsIn } from '../installation/flags.ts';
import { faultIn, type Installation, saveInstallation } from '../installation/installation.ts';
import { settleInstallation } from '../installation/settle.ts';
import { OperateError } from '../operate-error.ts';
import type { Workbench } from '../workbench.ts';
import type { Deployment, Step } from './step.ts';
import { backfill } from './steps/backfill.ts';
import { check } from './steps/check.ts';
import { next } from './steps/next.ts';
import { plan } from './steps/plan.ts';
import { PROFILE_FILE, profile } from './steps/profile.ts';
import { secret } from './steps/secret.ts';
import { stack } from './steps/stack.ts';
import { upload } from './steps/upload.ts';

/** In this order, because of what each needs: the URL comes from the stack, the app from the upload, the secrets from the app. */
const STEPS: readonly Step[] = [check, plan, stack, secret, profile, upload, backfill, next];

const HELP = `Installs or upgrades Deal Stage Insights: the AWS stack and the HubSpot project.

  npm run deploy                        every step; safe to repeat, the second run goes on where HubSpot was needed
  npm run deploy -- --only STEP         one step: ${STEPS.map(({ name }) => name).join(', ')}
  npm run deploy -- --yes               asks nothing (CI); settings from flags and installation.json

  --portal-id N         number of the HubSpot account
  --app-id N            number of the app, once HubSpot has made it
  --admin-emails A,B    HubSpot users who administer the app
  --alarm-email A       where alarms go (default: the first admin)
  --region R            AWS region (default: AWS_REGION, else eu-central-1)
  --budget N            monthly US dollars above which AWS writes (default 10)
  --help                this text

Secrets are typed unseen, or taken from HUBSPOT_ACCESS_TOKEN and HUBSPOT_CLIENT_SECRET; never from flags.`;

export async function deploy(bench: Workbench, args: readonly string[]): Promise<number> {
  const flags = readFlags(
    args,
    { ...SETTING_FLAGS, only: { type: 'string' }, yes: { type: 'boolean' }, help: { type: 'boolean' } },
    'deploy',
  );
  if (flags.help) {
    bench.terminal.say(HELP);
    return 0;
  }
  const steps = chosenSteps(flags.only);
  const asking = flags.yes ? { ...bench, terminal: { ...bench.terminal, isInteractive: false } } : bench;
  const deployment = open(asking, await settleInstallation(asking, settingsIn(flags)), {
    isAgreed: flags.yes === true,
    isAlone: flags.only !== undefined,
  });
  await askAppId(deployment);
  if (steps.some(({ isAtAws }) => isAtAws)) await assertSameAccount(deployment.installation());
  for (const [index, step] of steps.entries()) {
    bench.terminal.say(`\n[${index + 1}/${steps.length}] ${step.title}  (${step.name})`);
    await step.run(deployment);
    bench.terminal.say(`  to undo: ${step.undo}`);
  }
  return 0;
}

function chosenSteps(only: string | undefined): readonly Step[] {
  if (only === undefined) return STEPS;
  const chosen = STEPS.filter(({ name }) => name === only);
  if (chosen.length === 0)
    throw new OperateError(`There is no step "${only}".`, `Steps are ${STEPS.map(({ name }) => name).join(', ')}.`);
  return chosen;
}

function open(bench: Workbench, settled: Installation, said: Pick<Deployment, 'isAgreed' | 'isAlone'>): Deployment {
  let installation = settled;
  return {
    ...said,
    bench,
    installation: () => installation,
    async keep(learned) {
      installation = { ...installation, ...learned };
      await saveInstallation(bench.root, installation);
    },
  };
}

/** After an upload HubSpot has made the app, but its CLI does not always tell the number. */
async function askAppId({ bench, installation, keep }: Deployment): Promise<void> {
  if (installation().appId !== '0' || !bench.terminal.isInteractive) return;
  if (!existsSync(path.join(bench.root, PROFILE_FILE))) return;
  for (;;) {
    const appId = await bench.terminal.ask("App id, from the app's page in HubSpot (Enter if not known yet): ");
    if (appId === '') return;
    if (faultIn('appId', appId) === null) return keep({ appId });
    bench.terminal.say('  a number is wanted.');
  }
}
