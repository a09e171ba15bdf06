import { type Env, parseEnv } from '../../functions/env.ts';
import { LOCAL_AWS } from './local-aws.ts';
import type { Queues } from './queues.ts';

export const TABLE_NAME = 'deal-stage-insights';

/** Whose data the functions serve, and who may ask. The same values as the variables of a deployment. */
export interface Installation {
  readonly hubspotUrl: string;
  readonly accessToken: string;
  readonly clientSecret: string;
  readonly publicBaseUrl: string;
  readonly portalId: string;
  readonly appId: string;
  readonly adminEmails: readonly string[];
  readonly logLevel: Env['LOG_LEVEL'];
}

/** The configuration of the functions, parsed as in a deployment. */
export function functionsEnv(installation: Installation, { queues }: { readonly queues: Pick<Queues, 'urls'> }): Env {
  return parseEnv({
    TABLE_NAME,
    INGEST_QUEUE_URL: queues.urls.ingest,
    ROLLUP_QUEUE_URL: queues.urls.rollup,
    PUBLIC_BASE_URL: installation.publicBaseUrl,
    PORTAL_ID: installation.portalId,
    APP_ID: installation.appId,
    ADMIN_EMAILS: installation.adminEmails.join(','),
    HUBSPOT_API_URL: installation.hubspotUrl,
    HUBSPOT_ACCESS_TOKEN: installation.accessToken,
    HUBSPOT_CLIENT_SECRET: installation.clientSecret,
    LOG_LEVEL: installation.logLevel,
  });
}

interface Endpoints {
  readonly dynamodbUrl: string;
  readonly queues: Pick<Queues, 'url'>;
}

/** What the AWS SDK itself reads from the process. A profile of the user's would come before the keys, so it is taken away. */
export function pointSdkAt({ dynamodbUrl, queues }: Endpoints): void {
  delete process.env['AWS_PROFILE'];
  Object.assign(process.env, {
    AWS_REGION: LOCAL_AWS.region,
    AWS_ACCESS_KEY_ID: LOCAL_AWS.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL_AWS.credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: dynamodbUrl,
    AWS_ENDPOINT_URL_SQS: queues.url,
  });
}
