import path from 'node:path';
import { vi } from 'vitest';
import type { AwsState } from './aws-stub.ts';

const ACCOUNT_ID = '123456789012';
const REGION = 'eu-central-1';

interface Hooks {
  readonly stackStatus: AwsState['stackStatus'];
  readonly publicBaseUrl: string;
  readonly onBackfill: AwsState['onBackfill'];
}

/** An account that is prepared for the CDK and allows everything; the secret is as a new stack makes it. */
export const anAwsAccount = ({ stackStatus, publicBaseUrl, onBackfill }: Hooks): AwsState => ({
  accountId: ACCOUNT_ID,
  stackStatus,
  outputs: {
    PublicBaseUrl: publicBaseUrl,
    HubSpotSecretArn: `arn:aws:secretsmanager:${REGION}:${ACCOUNT_ID}:secret:HubSpot-abc`,
    TableName: 'deal-stage-insights',
    BackfillFunctionName: 'backfill',
  },
  isBootstrapped: true,
  failures: [],
  secret: 'generated-password-of-a-new-stack',
  denied: new Set(),
  dashboards: [],
  messages: {},
  onBackfill,
});

/** The embedded engine has no third dead-letter queue: where it serves, the second stands for both. */
export function queueOutputs(sqs: string, hasThird: boolean): Readonly<Record<string, string>> {
  const queue = (name: string) => `${sqs}/000000000000/${name}`;
  return {
    IngestDeadLetterUrl: queue('ingest-dead-letters'),
    RollupDeadLetterUrl: queue('rollup-dead-letters'),
    UnattendedDeadLetterUrl: queue(hasThird ? 'unattended-dead-letters' : 'rollup-dead-letters'),
    IngestQueueUrl: queue('ingest'),
    RollupQueueUrl: queue('rollup'),
  };
}

interface StubPlace {
  readonly url: string;
  readonly sqs: string;
  readonly root: string;
}

/** What AWS's SDK reads from the process: keys of no worth, no files of the user's, and every service on this machine. */
export function pointSdkAtStub({ url, sqs, root }: StubPlace): void {
  const settings: Record<string, string> = {
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: path.join(root, 'no-config'),
    AWS_SHARED_CREDENTIALS_FILE: path.join(root, 'no-credentials'),
    AWS_MAX_ATTEMPTS: '1',
    AWS_ENDPOINT_URL_SQS: sqs,
  };
  for (const service of ['STS', 'CLOUDFORMATION', 'CLOUDWATCH', 'LAMBDA', 'SECRETS_MANAGER', 'DYNAMODB'])
    settings[`AWS_ENDPOINT_URL_${service}`] = url;
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
}
