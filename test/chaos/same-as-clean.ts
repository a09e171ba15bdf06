import { DAY_MS, seededRandom } from '@deal-stage-insights/shared';
import { expect } from 'vitest';
import { openRun } from './chaos-run.ts';
import { immortal, lifeOf } from './mortal.ts';

export interface Chaos {
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

/** Runs both, lets both come to rest, and expects them to be the same, byte for byte. Answers how many processes were killed. */
export async function expectSameAsClean(given: Chaos): Promise<number> {
  const clean = await cleanRun(given);
  const { run: chaotic, kills } = await chaoticRun(given);
  const until = Math.max(clean.clock.now(), chaotic.clock.now()) + 3 * DAY_MS;
  await settle(clean, until);
  await settle(chaotic, until);

  expect(await chaotic.visible()).toEqual(await clean.visible());
  expect(await chaotic.ports.deadLetters.list()).toEqual([]);
  expect(await chaotic.ports.status.readSweep()).toMatchObject({ missing: [], repaired: 0 });
  expect(await chaotic.ports.status.readNightly()).toMatchObject({ shardsBehind: 0 });
  return kills;
}
