import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../tools/build-functions.ts';
import type { FunctionAsset } from '../../tools/lambda-lane/assets.ts';
import { type LambdaProcess, startLambda } from '../../tools/lambda-lane/lambda-process.ts';
import { CALLER, openLane, signedEvent } from './support/lane.ts';

const ROUNDS = 7;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(async () => lane.close());

/** The floor: a function that only imports the DynamoDB client, in one file as is usual, or in parts as ours are. */
async function bareAsset(isSplit: boolean): Promise<FunctionAsset> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bare-'));
  const entry = path.join(import.meta.dirname, '../../dist/bare-handler.ts');
  writeFileSync(
    entry,
    "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nconst client = new DynamoDBClient();\nexport const handler = async () => typeof client;\n",
  );
  await bundle(entry, path.join(folder, 'handler.mjs'), { isSplit });
  return { name: 'Bare', folder, handler: 'handler.handler', timeoutMs: 5_000, memoryMb: 512 };
}

async function initMs(start: () => Promise<LambdaProcess>): Promise<number> {
  const lambda = await start();
  await lambda.close();
  return lambda.initMs;
}

describe('start and answer times (reported, not asserted)', () => {
  it('measures initialisation against a handler that only imports the DynamoDB client, and warm answers', async () => {
    const [inOneFile, inParts] = [await bareAsset(false), await bareAsset(true)];
    const inits = { api: [] as number[], inOneFile: [] as number[], inParts: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      inits.inOneFile.push(await initMs(() => startLambda(inOneFile, { AWS_REGION: 'eu-central-1' })));
      inits.inParts.push(await initMs(() => startLambda(inParts, { AWS_REGION: 'eu-central-1' })));
      inits.api.push(await initMs(() => lane.start('Api')));
    }
    const api = await lane.start('Api');
    const first = performance.now();
    await api.invoke(signedEvent({ method: 'GET', path: '/v1/health', query: CALLER }));
    const firstMs = performance.now() - first;
    const warm: number[] = [];
    for (let round = 0; round < 50; round += 1) {
      const event = signedEvent({ method: 'GET', path: '/v1/health', query: CALLER });
      const startedAt = performance.now();
      const { ok } = await api.invoke(event);
      warm.push(performance.now() - startedAt);
      expect(ok).toBe(true);
    }

    const [apiMs, oneFileMs, partsMs] = [median(inits.api), median(inits.inOneFile), median(inits.inParts)];
    console.log(
      `init: api ${apiMs.toFixed(0)} ms; DynamoDB client alone in one file ${oneFileMs.toFixed(0)} ms, ratio ${(apiMs / oneFileMs).toFixed(2)} (budget 1.4); in parts as ours ${partsMs.toFixed(0)} ms, ratio ${(apiMs / partsMs).toFixed(2)}`,
    );
    console.log(`api /v1/health: first ${firstMs.toFixed(0)} ms, warm p50 ${median(warm).toFixed(1)} ms`);
    expect(Number.isFinite(apiMs / oneFileMs)).toBe(true);
  });
});
