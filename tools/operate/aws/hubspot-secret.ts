import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { atAws } from './aws-fault.ts';

const text = z.string().min(1);
const schema = z.object({
  HUBSPOT_ACCESS_TOKEN: text.optional(),
  HUBSPOT_CLIENT_SECRET: text.optional(),
  HUBSPOT_CLIENT_SECRET_PREVIOUS: text.optional(),
});
export type HubSpotSecret = z.output<typeof schema>;

interface Place {
  readonly region: string;
  readonly arn: string;
}

/** What is stored. A new stack holds a generated password there, which is not JSON: nothing yet. */
export async function readHubSpotSecret({ region, arn }: Place): Promise<HubSpotSecret> {
  const client = new SecretsManagerClient({ region });
  const { SecretString } = await atAws('read the secret', () =>
    client.send(new GetSecretValueCommand({ SecretId: arn })),
  );
  const parsed = schema.safeParse(jsonIn(SecretString ?? ''));
  return parsed.success ? parsed.data : {};
}

export async function storeHubSpotSecret({ region, arn }: Place, secret: HubSpotSecret): Promise<void> {
  const client = new SecretsManagerClient({ region });
  const value = { SecretId: arn, SecretString: JSON.stringify(secret) };
  await atAws('store the secret', () => client.send(new PutSecretValueCommand(value)));
}

function jsonIn(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
