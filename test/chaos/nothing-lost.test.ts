import { DAY_MS, seededRandom } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openRun } from './chaos-run.ts';
import { immortal, lifeOf } from './mortal.ts';

interface Chaos {
  readonly seed: number;
  readonly operations: number;
  /** Of a hundred processes, how many are killed. */
  readonly killPercent: number;
}

/** Each change is read at once, and nothing ever fails. */
async function cleanRun({ seed, operations }: Chaos) {
  const run = await openRun(seed);
  for (let left = operations; left > 0; left -= 1) await run.start().record([run.change()]);
  return run;
}

/** Webhooks are lost, doubled and late; processes die between any two steps; queues hand out again what was not finished. */
async function chaoticRun({ seed, operations, killPercent }: Chaos) {
  const run = await openRun(seed);
  const random = seededRandom(seed + 1);
  let kills = 0;
  let waiting: { messageId: string; body: string; tries: number }[] = [];
  let shardsTaken = 0;

  const alive = async (work: (process: ReturnType<typeof run.start>) => Promise<void>): Promise<void> => {
    const life = random() * 100 < killPercent ? lifeOf(1 + Math.floor(random() * 90)) : null;
    await work(run.start(life ?? immortal())).catch((error: unknown) => {
      if (life?.isOver() !== true) throw error;
      kills += 1;
    });
  };
  const ingest = () =>
    alive(async (process) => {
      const taken = waiting.slice(0, 10).map((message) => ({ ...message, tries: message.tries + 1 }));
      waiting = [...waiting.slice(10), ...taken]; // Until it is done, a message comes again.
      const again = await process.ingest(taken);
      waiting = waiting.filter(
        ({ messageId }) => again.includes(messageId) || !taken.some((t) => t.messageId === messageId),
      );
    });
  const roll = () =>
    alive(async (process) => {
      const upTo = run.queues.rollup.length;
      await process.rollUp(run.queues.rollup.slice(shardsTaken).flatMap(({ shards }) => shards));
      shardsTaken = upTo;
    });

  for (let operation = 0; operation < operations; operation += 1) {
    const dealId = run.change();
    const copies = random() < 0.25 ? 0 : random() < 0.2 ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      const body = JSON.stringify({ dealIds: [dealId], origin: 'webhook', sentAt: run.clock.now() });
      waiting.splice(Math.floor(random() * (waiting.length + 1)), 0, {
        messageId: `${operation}.${copy}`,
        body,
        tries: 0,
      });
    }
    if (random() < 0.3) await Promise.all([ingest(), ...(random() < 0.3 ? [roll(), ingest()] : [])]);
    if (random() < 0.03) await alive(async (process) => void (await process.reconcile(), await process.sweep()));
    if (random() < 0.02) await alive(async (process) => void (await process.nightly()));
  }
  return { run, kills };
}

/** Two quiet days: reconcile, the sweep, rollup and the night come by as they do. */
async function settle(run: Awaited<ReturnType<typeof openRun>>, until: number) {
  for (const at of [until - DAY_MS, until]) {
    run.clock.set(at);
    await run.start().reconcile();
    await run.start().sweep();
    await run.start().rollUp(Array.from({ length: 256 }, (_, shard) => shard));
    await run.start().nightly();
  }
}

describe('webhooks lost, doubled and late, and processes killed at any step', () => {
  it('leave the same records, blocks and reports as a run without any fault, byte for byte', {
    timeout: 120_000,
  }, async () => {
    let killed = 0;
    const chaos = fc.record({
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      operations: fc.integer({ min: 1, max: 150 }),
      killPercent: fc.integer({ min: 0, max: 80 }),
    });
    await fc.assert(
      fc.asyncProperty(chaos, async (given) => {
        const clean = await cleanRun(given);
        const { run: chaotic, kills } = await chaoticRun(given);
        killed += kills;
        const until = Math.max(clean.clock.now(), chaotic.clock.now()) + 3 * DAY_MS;
        await settle(clean, until);
        await settle(chaotic, until);

        expect(await chaotic.visible()).toEqual(await clean.visible());
        expect(await chaotic.ports.deadLetters.list()).toEqual([]);
        expect(await chaotic.ports.status.readSweep()).toMatchObject({ missing: [], repaired: 0 });
        expect(await chaotic.ports.status.readNightly()).toMatchObject({ shardsBehind: 0 });
      }),
      { numRuns: 8, seed: 20_261_125 },
    );
    expect(killed).toBeGreaterThan(20);
  });
});
