import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../tools/build-functions.ts';
import type { FunctionAsset } from '../../tools/lambda-lane/assets.ts';
import { startLambda } from '../../tools/lambda-lane/lambda-process.ts';
import { CALLER, openLane, signedEvent } from './support/lane.ts';

const ROUNDS = 7;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(async () => lane.close());

/** The floor: a function that only imports the DynamoDB client. */
async function bareAsset(): Promise<FunctionAsset> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bare-'));
  const entry = path.join(import.meta.dirname, '../../dist/bare-handler.ts');
  writeFileSync(
    entry,
    "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nconst client = new DynamoDBClient();\nexport const handler = async () => typeof client;\n",
  );
  await bundle(entry, path.join(folder, 'handler.mjs'));
  return { name: 'Bare', folder, handler: 'handler.handler', timeoutMs: 5_000, memoryMb: 512 };
}

describe('start and answer times (reported, not asserted)', () => {
  it('measures initialisation against a handler that only imports the DynamoDB client, and warm answers', async () => {
    const bare = await bareAsset();
    const bareInits: number[] = [];
    const apiInits: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const floor = await startLambda(bare, { AWS_REGION: 'eu-central-1' });
      bareInits.push(floor.initMs);
      await floor.close();
      const process = await lane.start('Api');
      apiInits.push(process.initMs);
      await process.close();
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

    const [floorMs, apiMs] = [median(bareInits), median(apiInits)];
    console.log(
      `init: api ${apiMs.toFixed(0)} ms, DynamoDB client alone ${floorMs.toFixed(0)} ms, ratio ${(apiMs / floorMs).toFixed(2)} (budget 1.4)`,
    );
    console.log(`api /v1/health: first ${firstMs.toFixed(0)} ms, warm p50 ${median(warm).toFixed(1)} ms`);
    expect(Number.isFinite(apiMs / floorMs)).toBe(true);
  });
});
