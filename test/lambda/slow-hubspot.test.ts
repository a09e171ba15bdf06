import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLane, sqsEvent } from './support/lane.ts';

let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane({ beforeAnswer: () => ({ delayMs: 30_000 }) });
});
afterAll(async () => lane.close());

describe('a function whose time runs out', () => {
  it('is ended by the runtime, so that the queue hands the whole batch out again', async () => {
    const ingest = await lane.start('Ingest', { timeoutMs: 1_000 });

    const message = JSON.stringify({ dealIds: ['1'], origin: 'webhook', sentAt: 1 });

    expect(await ingest.invoke(sqsEvent([message]))).toEqual({ ok: false, error: 'timed out after 1000 ms' });
  });
});
