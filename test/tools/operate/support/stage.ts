import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import type { Runtime } from '../../../../local/runtime/start-runtime.ts';
import { type Command, perform } from '../../../../tools/operate/main.ts';
import { type AwsState, type AwsStub, startAwsStub } from './aws-stub.ts';
import { anAwsAccount, pointSdkAtStub, queueOutputs } from './aws-account.ts';
import { type FakePrograms, fakePrograms } from './fake-programs.ts';
import { type ProductOptions, startProduct } from './product.ts';
import { scriptedTerminal } from './scripted-terminal.ts';

const CDK_VERSION = '2.1148.1';

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

/** A clone of the project on a machine where nothing leads out: programs that record, HubSpot's simulator, AWS's stand-ins. */
export async function openStage(options: ProductOptions = {}): Promise<Stage> {
  const root = mkdtempSync(path.join(tmpdir(), 'operate-'));
  mkdirSync(path.join(root, 'hubspot-project/src'), { recursive: true });
  writeFileSync(path.join(root, 'package.json'), JSON.stringify({ devDependencies: { 'aws-cdk': CDK_VERSION } }));
  const programs = fakePrograms(path.join(root, 'bin'), CDK_VERSION);
  const product = await startProduct(options);
  const { runtime, engines } = product;
  const aws = anAwsAccount({
    stackStatus: () => programs.stackStatus(),
    publicBaseUrl: product.apiUrl,
    onBackfill: product.startBackfill,
  });
  const stub = await startAwsStub(aws, engines?.dynamodb ?? '');
  const sqs = engines?.sqs ?? stub.url;
  Object.assign(aws.outputs, queueOutputs(sqs, engines === null));
  pointSdkAtStub({ url: stub.url, sqs, root });

  return {
    root,
    aws,
    stub,
    programs,
    runtime,
    backfilled: () => product.backfilled(),
    moveADeal: () => product.moveADeal(),
    async run(command, args, { answers = null, env = {}, now = product.now } = {}) {
      const terminal = scriptedTerminal(answers);
      const bench = { root, env: { PATH: programs.bin, HUBSPOT_API_URL: product.hubspotUrl, ...env }, now, terminal };
      const code = await perform(command, bench, args);
      return { code, shown: terminal.shown(), asked: terminal.asked };
    },
    file: (name) => (existsSync(path.join(root, name)) ? readFileSync(path.join(root, name), 'utf8') : null),
    write: (name, content) => writeFileSync(path.join(root, name), content),
    async close() {
      await stub.close();
      await product.close();
      vi.unstubAllEnvs();
      rmSync(root, { recursive: true });
    },
  };
}
