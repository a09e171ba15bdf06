import { setTimeout as wait } from 'node:timers/promises';
import { SHARD_COUNT } from '@deal-stage-insights/shared';
import type { Progress } from './progress.ts';
import type { Runtime } from './start-runtime.ts';

const LOOK_EVERY_MS = 250;

/** Reads the whole account and makes its figures, with a bar for each. Answers the number of deals. */
export async function loadAccount(runtime: Runtime, progress: Progress): Promise<number> {
  const reading = progress.step('Reading deals');
  const deals = await runtime.load({ onDeals: (read, found) => reading.update(read, found) });
  reading.done(`${deals} deals`);
  await makeFigures(runtime, progress);
  return deals;
}

/** A second start: what changed meanwhile, and blocks that an earlier end left behind their records. */
export async function catchUp(runtime: Runtime, progress: Progress): Promise<void> {
  const reading = progress.step('Catching up');
  await runtime.reconcile();
  await runtime.compareAll();
  reading.done('read what changed since the last start');
  await makeFigures(runtime, progress);
}

async function makeFigures(runtime: Runtime, progress: Progress): Promise<void> {
  const figures = progress.step('Making figures');
  const isSettled = runtime.settled().then(() => true);
  while (!(await Promise.race([isSettled, wait(LOOK_EVERY_MS, false)])))
    figures.update(await runtime.shardsMade(), SHARD_COUNT);
  figures.done('blocks and reports');
}
