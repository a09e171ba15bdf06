import * as z from 'zod/mini';
import './schema-messages.ts';

const url = z.pipe(
  z.url({ protocol: /^https?$/ }),
  z.transform((value) => value.replace(/\/+$/, '')),
);
const secret = z.string().check(z.minLength(1));

const schema = z.object({
  TABLE_NAME: z.string().check(z.minLength(3)),
  INGEST_QUEUE_URL: url,
  ROLLUP_QUEUE_URL: url,
  PUBLIC_BASE_URL: url,
  PORTAL_ID: z.string().check(z.regex(/^\d+$/, 'must be the number of the HubSpot account')),
  APP_ID: z.string().check(z.regex(/^\d+$/, 'must be the number of the HubSpot app')),
  ADMIN_EMAILS: z.pipe(
    z._default(z.string(), ''),
    z.transform((text) =>
      text
        .split(',')
        .map((email) => email.trim().toLowerCase())
        .filter((email) => email !== ''),
    ),
  ),
  HUBSPOT_API_URL: z._default(url, 'https://api.hubapi.com'),
  HUBSPOT_ACCESS_TOKEN: z.optional(secret),
  HUBSPOT_CLIENT_SECRET: z.optional(secret),
  HUBSPOT_CLIENT_SECRET_PREVIOUS: z.optional(secret),
  HUBSPOT_SECRET_ARN: z.optional(z.string().check(z.startsWith('arn:'))),
  WEBHOOK_V1_SIGNATURES: z.pipe(
    z._default(z.enum(['on', 'off']), 'off'),
    z.transform((text) => text === 'on'),
  ),
  LOG_LEVEL: z._default(z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR', 'SILENT']), 'INFO'),
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
