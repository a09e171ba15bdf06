import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import { startSimulator } from '../../../../local/hubspot-simulator/start-simulator.ts';
import type { Faults } from '../../../../local/hubspot-simulator/options.ts';
import { type Runtime, startRuntime } from '../../../../local/runtime/start-runtime.ts';
import type { Command } from '../../../../tools/operate/main.ts';
import { perform } from '../../../../tools/operate/main.ts';
import { ACCESS_TOKEN, aPortal, aSeedDeal, GENEROUS, START } from '../../../local/hubspot-simulator/small-portal.ts';
import { type AwsState, type AwsStub, startAwsStub } from './aws-stub.ts';
import { type FakePrograms, fakePrograms } from './fake-programs.ts';
import { startForwarder } from './forwarder.ts';
import { scriptedTerminal } from './scripted-terminal.ts';

export const CLIENT_SECRET = 'client-secret-of-the-test';
const PORTAL_ID = '4711';
export const APP_ID = '54321'; // What the fake CLI tells.
const ACCOUNT_ID = '123456789012';
const CDK_VERSION = '2.1148.1';
const REGION = 'eu-central-1';

interface Run {
  readonly code: number;
  readonly shown: string;
  readonly asked: readonly string[];
}

interface RunOptions {
  /** Answers by a part of the question; null: no terminal. */
  readonly answers?: Readonly<Record<string, string>> | null;
  readonly env?: Readonly<Record<string, string>>;
  readonly now?: () => number;
}

export interface Stage {
  readonly root: string;
  readonly aws: AwsState;
  readonly stub: AwsStub;
  readonly programs: FakePrograms;
  /** The backend, when the stage has one. */
  readonly runtime: Runtime | null;
  /** Resolves when the backfill that was started is done, and its reports are made. */
  readonly backfilled: () => Promise<void>;
  /** At HubSpot, with its webhook. */
  readonly moveADeal: () => Promise<void>;
  run(command: Command, args: readonly string[], options?: RunOptions): Promise<Run>;
  /** A file of the project's folder; null when there is none. */
  file(name: string): string | null;
  write(name: string, content: string): void;
  close(): Promise<void>;
}

interface StageOptions {
  readonly hasBackend?: boolean;
  readonly faults?: Faults;
  /** Of the account at HubSpot. */
  readonly portalId?: string;
}

/** A clone of the project on a machine where nothing leads out: programs that record, HubSpot's simulator, AWS's stand-ins. */
export async function openStage({
  hasBackend = false,
  faults = {},
  portalId = PORTAL_ID,
}: StageOptions = {}): Promise<Stage> {
  const root = mkdtempSync(path.join(tmpdir(), 'operate-'));
  mkdirSync(path.join(root, 'hubspot-project/src'), { recursive: true });
  writeFileSync(path.join(root, 'package.json'), JSON.stringify({ devDependencies: { 'aws-cdk': CDK_VERSION } }));
  const programs = fakePrograms(path.join(root, 'bin'), CDK_VERSION);
  const openedAt = performance.now(); // Calls to HubSpot are paced: a clock that stood still would hold them for ever.
  const clock = { now: () => Math.floor(START + performance.now() - openedAt) };
  let backfilling: Promise<unknown> = Promise.resolve();
  const deals = Array.from({ length: 12 }, (_, index) => aSeedDeal(String(index + 1)));
  const simulator = await startSimulator({
    seed: aPortal(deals, { portalId }),
    port: 0,
    clock,
    accessToken: ACCESS_TOKEN,
    appId: APP_ID,
    limits: GENEROUS,
    faults,
  });
  const hubspot = await startForwarder(clock.now);
  hubspot.to(simulator.url);
  const api = await startForwarder(clock.now);
  const runtime = hasBackend
    ? await startRuntime({
        installation: {
          hubspotUrl: simulator.url,
          accessToken: ACCESS_TOKEN,
          clientSecret: CLIENT_SECRET,
          publicBaseUrl: api.url,
          portalId: PORTAL_ID,
          appId: APP_ID,
          adminEmails: ['ann@example.com'],
          logLevel: 'SILENT',
        },
        clock,
        dataDir: null,
        rollupWindowMs: 0,
        onFailure: (error) => {
          throw error;
        },
      })
    : null;
  if (runtime !== null) api.to(runtime.url);
  // Left in the process by an earlier stage, they would lead to engines that are gone.
  const engineAt = (service: string): string => (hasBackend ? (process.env[`AWS_ENDPOINT_URL_${service}`] ?? '') : '');
  const aws: AwsState = {
    accountId: ACCOUNT_ID,
    stackStatus: () => programs.stackStatus(),
    outputs: {
      PublicBaseUrl: api.url,
      HubSpotSecretArn: `arn:aws:secretsmanager:${REGION}:${ACCOUNT_ID}:secret:HubSpot-abc`,
      TableName: 'deal-stage-insights',
      BackfillFunctionName: 'backfill',
    },
    isBootstrapped: true,
    failures: [],
    secret: 'generated-password-of-a-new-stack',
    denied: new Set(),
    messages: {},
    onBackfill: () => void (backfilling = runtime?.load() ?? backfilling),
  };
  const stub = await startAwsStub(aws, engineAt('DYNAMODB'));
  const sqs = hasBackend ? engineAt('SQS') : stub.url;
  const queue = (name: string) => `${sqs}/000000000000/${name}`;
  Object.assign(aws.outputs, {
    IngestDeadLetterUrl: queue('ingest-dead-letters'),
    RollupDeadLetterUrl: queue('rollup-dead-letters'),
    UnattendedDeadLetterUrl: queue(runtime === null ? 'unattended-dead-letters' : 'rollup-dead-letters'),
    IngestQueueUrl: queue('ingest'),
    RollupQueueUrl: queue('rollup'),
  });
  const sdkSettings: Record<string, string> = {
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: path.join(root, 'no-config'),
    AWS_SHARED_CREDENTIALS_FILE: path.join(root, 'no-credentials'),
    AWS_MAX_ATTEMPTS: '1',
  };
  for (const service of ['STS', 'CLOUDFORMATION', 'LAMBDA', 'SECRETS_MANAGER', 'DYNAMODB'])
    sdkSettings[`AWS_ENDPOINT_URL_${service}`] = stub.url;
  sdkSettings['AWS_ENDPOINT_URL_SQS'] = sqs;
  for (const [name, value] of Object.entries(sdkSettings)) vi.stubEnv(name, value);

  return {
    root,
    aws,
    stub,
    programs,
    runtime,
    async backfilled() {
      await backfilling;
      await runtime?.settled();
    },
    async moveADeal() {
      simulator.sendWebhooksTo({
        publicUrl: `${api.url}/webhooks/hubspot`,
        deliverTo: `${api.url}/webhooks/hubspot`,
        clientSecret: CLIENT_SECRET,
        propertyNames: ['dealstage'],
      });
      simulator.desk.update('1', { dealstage: 'new' });
      await simulator.webhooksSent();
      await runtime?.settled();
    },
    async run(command, args, { answers = null, env = {}, now = clock.now } = {}) {
      const terminal = scriptedTerminal(answers);
      const bench = { root, env: { PATH: programs.bin, HUBSPOT_API_URL: hubspot.url, ...env }, now, terminal };
      const code = await perform(command, bench, args);
      return { code, shown: terminal.shown(), asked: terminal.asked };
    },
    file: (name) => (existsSync(path.join(root, name)) ? readFileSync(path.join(root, name), 'utf8') : null),
    write: (name, content) => writeFileSync(path.join(root, name), content),
    async close() {
      await runtime?.close();
      for (const each of [stub, simulator, hubspot, api]) await each.close();
      vi.unstubAllEnvs();
      rmSync(root, { recursive: true });
    },
  };
}
