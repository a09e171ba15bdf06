import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';
import { AppError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Secrets, SecretSource } from '../../ports/secret-source.ts';

const READ_AGAIN_AFTER_MS = 60_000; // Bounds what wrongly signed requests can make us ask of Secrets Manager.

const text = z.string().check(z.minLength(1));
const secretSchema = z.object({
  HUBSPOT_ACCESS_TOKEN: z.optional(text),
  HUBSPOT_CLIENT_SECRET: z.optional(text),
  HUBSPOT_CLIENT_SECRET_PREVIOUS: z.optional(text),
});
type SecretFields = z.output<typeof secretSchema>;

/** The part of the configuration that says where the secrets are. */
export type SecretSettings = Readonly<SecretFields> & { readonly HUBSPOT_SECRET_ARN?: string | undefined };

/** Secrets from Secrets Manager where a name is configured, else from the configuration itself. */
export function secretSource(settings: SecretSettings, clock: Clock): SecretSource {
  const arn = settings.HUBSPOT_SECRET_ARN;
  if (arn !== undefined) return managedSecrets({ arn, clock, client: new SecretsManagerClient() });
  const secrets = Promise.resolve(toSecrets(settings));
  return { read: () => secrets, readAgain: () => secrets };
}

interface ManagedOptions {
  readonly arn: string;
  readonly clock: Clock;
  readonly client: Pick<SecretsManagerClient, 'send'>;
}

/** One JSON secret with the fields named as the variables are, kept while the process is warm. */
function managedSecrets({ arn, clock, client }: ManagedOptions): SecretSource {
  let cached: Promise<Secrets> | null = null;
  let readAt = Number.NEGATIVE_INFINITY;

  const readNow = (): Promise<Secrets> => {
    readAt = clock.now();
    cached = fetchSecret(client, arn).catch((error: unknown) => {
      cached = null; // A failed read is not kept: the next request tries again.
      throw error;
    });
    return cached;
  };
  return {
    read: () => cached ?? readNow(),
    readAgain: () => (cached !== null && clock.now() - readAt < READ_AGAIN_AFTER_MS ? cached : readNow()),
  };
}

async function fetchSecret(client: ManagedOptions['client'], arn: string): Promise<Secrets> {
  let secretText: string | undefined;
  try {
    ({ SecretString: secretText } = await client.send(new GetSecretValueCommand({ SecretId: arn })));
  } catch (cause) {
    throw new AppError('upstream-unavailable', 'The HubSpot secret could not be read.', { cause, retryAfterMs: 1000 });
  }
  // The parser's own message could quote what it read: it is left out on purpose.
  const parsed = secretSchema.safeParse(parseJson(secretText ?? ''));
  if (!parsed.success) {
    throw new AppError(
      'internal',
      'The HubSpot secret must be JSON with HUBSPOT_ACCESS_TOKEN and HUBSPOT_CLIENT_SECRET.',
    );
  }
  return toSecrets(parsed.data);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function toSecrets(fields: SecretFields): Secrets {
  const { HUBSPOT_CLIENT_SECRET: current, HUBSPOT_CLIENT_SECRET_PREVIOUS: previous } = fields;
  return {
    accessToken: fields.HUBSPOT_ACCESS_TOKEN ?? null,
    clientSecrets: [current, previous].filter((secret) => secret !== undefined),
  };
}
