import * as z from 'zod';

const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));
const secret = z.string().min(1);

const schema = z.object({
  TABLE_NAME: z.string().min(3),
  INGEST_QUEUE_URL: url,
  ROLLUP_QUEUE_URL: url,
  PUBLIC_BASE_URL: url,
  PORTAL_ID: z.string().regex(/^\d+$/, 'must be the number of the HubSpot account'),
  APP_ID: z.string().regex(/^\d+$/, 'must be the number of the HubSpot app'),
  ADMIN_EMAILS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((email) => email.trim().toLowerCase())
        .filter((email) => email !== ''),
    ),
  HUBSPOT_API_URL: url.default('https://api.hubapi.com'),
  HUBSPOT_ACCESS_TOKEN: secret.optional(),
  HUBSPOT_CLIENT_SECRET: secret.optional(),
  HUBSPOT_CLIENT_SECRET_PREVIOUS: secret.optional(),
  HUBSPOT_SECRET_ARN: z.string().startsWith('arn:').optional(),
  WEBHOOK_V1_SIGNATURES: z
    .enum(['on', 'off'])
    .default('off')
    .transform((text) => text === 'on'),
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR', 'SILENT']).default('INFO'),
});

export type Env = Readonly<z.output<typeof schema>>;

/** Parses the configuration once. Throws one message that names every variable that is missing or wrong, never its value. */
export function parseEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const name = issue.path.join('.');
      return variables[name] === undefined ? `${name} is missing` : `${name} is wrong (${issue.message})`;
    });
    throw new Error(`Configuration: ${faults.join('; ')}. See "Configuration" in README.md.`);
  }
  const env = parsed.data;
  if (env.HUBSPOT_SECRET_ARN === undefined && env.HUBSPOT_ACCESS_TOKEN === undefined) {
    throw new Error(
      'Configuration: set HUBSPOT_SECRET_ARN, or HUBSPOT_ACCESS_TOKEN and HUBSPOT_CLIENT_SECRET. See "Configuration" in README.md.',
    );
  }
  return env;
}
