import type { EpochMs } from '@deal-stage-insights/shared';
import type { Clock } from '../ports/clock.ts';
import type { DeadLetter, DeadLetterStore } from '../ports/dead-letter-store.ts';
import { type ReadAndRecordDeps, readAndRecord } from '../read-and-record.ts';

const FIRST_WAIT_MS = 10 * 60_000;
const LONGEST_WAIT_MS = 86_400_000;

export interface RetryDeps extends ReadAndRecordDeps {
  readonly deadLetters: DeadLetterStore;
  readonly clock: Clock;
}

/** Reads again the deals that were set aside, each ever more seldom. Answers those that still cannot be read. */
export async function retryDeadLetters(deps: RetryDeps): Promise<readonly string[]> {
  const letters = await deps.deadLetters.list();
  const now = deps.clock.now();
  const due = letters.filter((letter) => isDue(letter, now)).map(({ dealId }) => dealId);
  const unreadable = [];
  // One by one: together, three bad ones would look like a fault of all.
  for (const dealId of due) unreadable.push(...(await readAndRecord(deps, [dealId], 1)).unreadable);
  if (unreadable.length > 0) await deps.deadLetters.keep(unreadable, now);
  const failed = new Set(unreadable.map(({ dealId }) => dealId));
  await deps.deadLetters.forget(due.filter((dealId) => !failed.has(dealId)));
  return letters.map(({ dealId }) => dealId).filter((dealId) => failed.has(dealId) || !due.includes(dealId));
}

const isDue = ({ tries, lastAt }: DeadLetter, now: EpochMs): boolean =>
  now - lastAt >= Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
