import type { EpochMs } from '@deal-stage-insights/shared';
import { allDone, takingTurns } from '../concurrently.ts';
import type { Clock } from '../ports/clock.ts';
import type { DealSource } from '../ports/deal-source.ts';
import type { BackfillWindow } from '../ports/sync-store.ts';
import { type ReadAndRecordDeps, readAndRecord } from '../read-and-record.ts';
import type { Journal } from './journal.ts';

const PAGES_AT_ONCE = 6;
const BATCHES_AT_ONCE = 4; // A page has 200 deals.
const SPLIT_ABOVE = 2_000; // Enough windows to keep all workers busy. HubSpot's search itself ends at 10,000.

export interface ReadWindowsDeps extends ReadAndRecordDeps {
  readonly source: DealSource;
  readonly clock: Clock;
}

/** Reads and records the deals of the journal's windows, some pages at once, until there are none left or time is up. */
export async function readWindows(deps: ReadWindowsDeps, journal: Journal, until: EpochMs): Promise<void> {
  const inTurn = takingTurns(PAGES_AT_ONCE);
  let hasFailed = false;

  const readWindow = async (window: BackfillWindow): Promise<void> => {
    const left: readonly BackfillWindow[] = await inTurn(async () => {
      if (hasFailed || deps.clock.now() >= until) return [];
      return readPage(deps, journal, window);
    }).catch((error: unknown) => {
      hasFailed = true;
      throw error;
    });
    await allDone(left.map(readWindow));
  };
  await allDone(journal.windows().map(readWindow));
}

/** Records the next page of a window, or splits it. Answers the windows that take its place. */
async function readPage(
  deps: ReadWindowsDeps,
  journal: Journal,
  window: BackfillWindow,
): Promise<readonly BackfillWindow[]> {
  const page = await deps.source.searchCreated(window, window.cursor);
  journal.foundDeals(page.total);
  if (window.cursor === null && page.total > SPLIT_ABOVE && window.to - window.from > 1) {
    const halves = halvesOf(window);
    await journal.replace(window, halves, 0);
    return halves;
  }
  const dealIds = page.deals.map(({ dealId }) => dealId);
  await readAndRecord(deps, dealIds, BATCHES_AT_ONCE);
  const left = page.after === null ? [] : [{ ...window, cursor: page.after }];
  await journal.replace(window, left, dealIds.length);
  return left;
}

function halvesOf({ from, to }: BackfillWindow): readonly BackfillWindow[] {
  const middle = Math.floor((from + to) / 2);
  return [
    { from, to: middle, cursor: null },
    { from: middle, to, cursor: null },
  ];
}
