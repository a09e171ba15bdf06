import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { FunctionAsset } from './assets.ts';
import { type Invocation, startRuntimeApi } from './runtime-api.ts';

export interface LambdaProcess {
  /** From the start of the process to the first request for an event: runtime client and handler loaded. */
  readonly initMs: number;
  invoke(event: unknown): Promise<Invocation>;
  /** What the function wrote to its log so far. */
  log(): string;
  close(): Promise<void>;
}

const CLIENT = path.join(import.meta.dirname, 'node_modules/aws-lambda-ric/index.mjs');

/** Runs an uploaded folder under AWS's own runtime client, in a process of its own, with nothing of this process but the variables given. */
export async function startLambda(
  asset: FunctionAsset,
  variables: Readonly<Record<string, string>>,
): Promise<LambdaProcess> {
  const api = await startRuntimeApi();
  const startedAt = performance.now();
  const child = spawn(process.execPath, [CLIENT], {
    cwd: asset.folder,
    env: {
      ...variables,
      AWS_LAMBDA_RUNTIME_API: api.address,
      _HANDLER: asset.handler,
      AWS_LAMBDA_FUNCTION_NAME: asset.name,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(asset.memoryMb),
      AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${asset.name}`,
      AWS_LAMBDA_LOG_STREAM_NAME: 'lane',
      LAMBDA_TASK_ROOT: asset.folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${asset.name} ended before it asked for an event:\n${log}`);
  });
  await Promise.race([api.ready, ended]);
  ended.catch(() => undefined); // From here on it ends when it is told to.
  return {
    initMs: performance.now() - startedAt,
    invoke: (event) => api.invoke(event, asset.timeoutMs),
    log: () => log,
    async close() {
      child.kill('SIGKILL');
      await ended.catch(() => undefined);
      await api.close();
    },
  };
}
