import { readHubSpotSecret } from '../../aws/hubspot-secret.ts';
import { livingOutputs, outputOf } from '../stack-health.ts';
import type { Step } from '../step.ts';

const firstInstall = (appId: string): readonly string[] => [
  'In HubSpot (Development → Projects → deal-stage-insights → Deal Stage Insights):',
  '  1. Distribution: install the app in this account and approve its scopes.',
  '     (Or: npx @hubspot/cli@8.14.0 project install-app --profile production, in hubspot-project/.)',
  '  2. Auth: copy the access token and the client secret.',
  ...(appId === '0' ? ["  3. Note the app id: it stands on the app's page and in its address."] : []),
  'Then run npm run deploy again: it asks for these, redeploys, and reads your deals.',
];

const LAST_CLICKS = [
  'In HubSpot:',
  '  1. Open a deal → Customize → the tab you want → + → Card library → App → Deal Stage Insights → save.',
  '  2. Open a deal: the card shows its stage against what is usual, as soon as the deals are read.',
  'Confirm the e-mail from AWS about alarms (subject "AWS Notification - Subscription Confirmation").',
  'Then run npm run doctor: it says whether everything arrives.',
];

export const next: Step = {
  name: 'next',
  title: 'What is left to do',
  undo: 'nothing is changed',
  isAtAws: true,
  async run({ bench, installation }) {
    const { region, appId } = installation();
    const arn = outputOf(await livingOutputs(region), 'HubSpotSecretArn');
    const { HUBSPOT_CLIENT_SECRET: clientSecret } = await readHubSpotSecret({ region, arn });
    const lines = appId === '0' || clientSecret === undefined ? firstInstall(appId) : LAST_CLICKS;
    for (const line of lines) bench.terminal.say(`  ${line}`);
  },
};
