import { AppError } from './errors.ts';
import type { Unreadable } from './ports/dead-letter-store.ts';

const FAILURES_OF_ALL = 3; // So many in a row, and none that worked: the fault is not that of a deal.

/**
 * Does the work for all deals at once; when that fails for what one of them holds, for halves, down to the one: so a deal
 * that cannot be read does not hold up its neighbours. Answers which could not be worked on, and why.
 * A failure that will pass, or that meets every deal, is thrown as it came: those deals come again.
 */
export async function setApart(
  dealIds: readonly string[],
  work: (dealIds: readonly string[]) => Promise<void>,
): Promise<readonly Unreadable[]> {
  const unreadable: Unreadable[] = [];
  let hasWorked = false;

  const tryAll = async (some: readonly string[]): Promise<void> => {
    try {
      await work(some);
      hasWorked = true;
    } catch (error) {
      const [first] = some;
      if (first === undefined || willPass(error)) throw error;
      if (some.length === 1) unreadable.push({ dealId: first, reason: reasonOf(error) });
      else await tryHalves(some);
      if (!hasWorked && unreadable.length >= FAILURES_OF_ALL) throw error;
    }
  };
  const tryHalves = async (some: readonly string[]): Promise<void> => {
    const middle = Math.ceil(some.length / 2);
    await tryAll(some.slice(0, middle));
    await tryAll(some.slice(middle));
  };
  await tryAll(dealIds);
  return unreadable;
}

/** Whoever threw it knows how long to wait. */
const willPass = (error: unknown): boolean => error instanceof AppError && error.retryAfterMs !== null;

/** Messages of our own hold nothing internal; those of others may quote a deal. */
export function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return `Unexpected: ${error instanceof Error ? error.name : typeof error}.`;
}
