import { type HubSpotSecret, readHubSpotSecret, storeHubSpotSecret } from '../../aws/hubspot-secret.ts';
import { assertTokenFits } from '../../hubspot/account.ts';
import { livingOutputs, outputOf } from '../stack-health.ts';
import type { Deployment, Step } from '../step.ts';

export const secret: Step = {
  name: 'secret',
  title: "Store HubSpot's access token and client secret",
  undo: 'AWS keeps the former value as version AWSPREVIOUS of the secret: run npm run deploy -- --only secret and give the old values',
  isAtAws: true,
  async run(deployment) {
    const { bench, installation } = deployment;
    const { region, portalId } = installation();
    const place = { region, arn: outputOf(await livingOutputs(region), 'HubSpotSecretArn') };
    const stored = await readHubSpotSecret(place);
    const wanted = replaced(stored, await givenSecrets(deployment, stored));
    if (wanted.HUBSPOT_ACCESS_TOKEN === undefined || wanted.HUBSPOT_CLIENT_SECRET === undefined)
      return bench.terminal.say(
        '  – not both known yet: they exist once the app is installed in HubSpot (see the last step)',
      );
    await assertTokenFits(bench, wanted.HUBSPOT_ACCESS_TOKEN, portalId);
    if (isSame(stored, wanted)) return bench.terminal.say('  ✓ already stored');
    await storeHubSpotSecret(place, wanted);
    const isRotated = wanted.HUBSPOT_CLIENT_SECRET_PREVIOUS !== stored.HUBSPOT_CLIENT_SECRET_PREVIOUS;
    bench.terminal.say(`  ✓ stored${isRotated ? '; the former client secret is accepted as well' : ''}`);
  },
};

/** From the environment, else typed unseen. Never from flags: those would be readable in the list of processes. */
async function givenSecrets({ bench: { env, terminal } }: Deployment, stored: HubSpotSecret): Promise<HubSpotSecret> {
  const given = async (name: keyof HubSpotSecret, words: string): Promise<HubSpotSecret> => {
    const fromEnv = env[name];
    if (fromEnv !== undefined && fromEnv !== '') return { [name]: fromEnv };
    if (!terminal.isInteractive) return {};
    const typed = await terminal.askHidden(
      `  ${words} (unseen; Enter ${stored[name] === undefined ? 'if not known yet' : 'keeps the stored one'}): `,
    );
    return typed === '' ? {} : { [name]: typed };
  };
  return {
    ...(await given('HUBSPOT_ACCESS_TOKEN', 'Access token')),
    ...(await given('HUBSPOT_CLIENT_SECRET', 'Client secret')),
  };
}

/** A new client secret makes the present one the previous: HubSpot signs with the old one for a while. */
function replaced(stored: HubSpotSecret, given: HubSpotSecret): HubSpotSecret {
  const joined = { ...stored, ...given };
  const former = stored.HUBSPOT_CLIENT_SECRET;
  return former === undefined || former === joined.HUBSPOT_CLIENT_SECRET
    ? joined
    : { ...joined, HUBSPOT_CLIENT_SECRET_PREVIOUS: former };
}

const isSame = (stored: HubSpotSecret, wanted: HubSpotSecret): boolean =>
  stored.HUBSPOT_ACCESS_TOKEN === wanted.HUBSPOT_ACCESS_TOKEN &&
  stored.HUBSPOT_CLIENT_SECRET === wanted.HUBSPOT_CLIENT_SECRET &&
  stored.HUBSPOT_CLIENT_SECRET_PREVIOUS === wanted.HUBSPOT_CLIENT_SECRET_PREVIOUS;
