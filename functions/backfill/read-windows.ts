import type { EpochMs } from '@deal-stage-insights/shared';
import { allDone, takingTurns } from '../concurrently.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeadLetterStore } from '../ports/dead-letter-store.ts';
import type { DealSource, SearchPage } from '../ports/deal-source.ts';
import type { BackfillWindow } from '../ports/sync-store.ts';
import { type ReadAndRecordDeps, readAndRecord } from '../read-and-record.ts';
import type { Journal } from './journal.ts';

const WINDOWS_AT_ONCE = 4; // Each ends in a page that is not full, and searches are what is scarce: few windows.
const BATCHES_AT_ONCE = 4; // A page has 200 deals.
const DEALS_WORTH_A_SPLIT = 800; // A half may turn out to be empty, and costs a search.

export interface ReadWindowsDeps extends ReadAndRecordDeps {
  readonly source: DealSource;
  readonly deadLetters: Pick<DeadLetterStore, 'keep'>;
  readonly clock: Clock;
}

/** Reads and records the deals of the journal's windows, some at once, until there are none left or time is up. */
export async function readWindows(deps: ReadWindowsDeps, journal: Journal, until: EpochMs): Promise<void> {
  const inTurn = takingTurns(WINDOWS_AT_ONCE);
  let hasFailed = false;
  const run: Run = { ...deps, journal, isOver: () => hasFailed || deps.clock.now() >= until };

  const readAll = async (window: BackfillWindow): Promise<void> => {
    const halves = await inTurn(() => readWindow(run, window)).catch((error: unknown) => {
      hasFailed = true;
      throw error;
    });
    await allDone(halves.map(readAll));
  };
  await allDone(journal.windows().map(readAll));
}

interface Run extends ReadWindowsDeps {
  readonly journal: Journal;
  readonly isOver: () => boolean;
}

/** Records page after page, and looks for the next while one is recorded. Answers two halves when a worker is idle. */
async function readWindow(run: Run, whole: BackfillWindow): Promise<readonly BackfillWindow[]> {
  if (run.isOver()) return [];
  let window = whole;
  let nextPage = search(run, window);
  for (;;) {
    const page = await nextPage;
    const rest = page.after === null ? null : { ...window, cursor: page.after };
    const halves = rest !== null && isWorthASplit(run, rest, page) ? halvesOf(rest) : null;
    if (rest !== null && halves === null) nextPage = search(run, rest);
    await recordPage(run, { window, page, left: halves ?? (rest === null ? [] : [rest]) });
    if (rest === null || halves !== null || run.isOver()) return halves ?? [];
    window = rest;
  }
}

function search({ source }: Run, window: BackfillWindow): Promise<SearchPage> {
  const page = source.searchCreated(window, window.cursor);
  page.catch(() => {}); // It fails where it is waited for; until then nobody is looking.
  return page;
}

interface PageStep {
  readonly window: BackfillWindow;
  readonly page: SearchPage;
  readonly left: readonly BackfillWindow[];
}

async function recordPage(run: Run, { window, page, left }: PageStep): Promise<void> {
  const dealIds = page.deals.map(({ dealId }) => dealId);
  const { unreadable } = await readAndRecord(run, dealIds, BATCHES_AT_ONCE);
  if (unreadable.length > 0) await run.deadLetters.keep(unreadable, run.clock.now());
  const found = window.cursor === null ? page.total : 0;
  await run.journal.advance({ window, left, recorded: dealIds.length, found });
}

function isWorthASplit({ journal }: Run, { from, to }: BackfillWindow, page: SearchPage): boolean {
  const hasIdleWorkers = journal.windows().length < WINDOWS_AT_ONCE;
  return hasIdleWorkers && to - from > 1 && page.total - page.deals.length > DEALS_WORTH_A_SPLIT;
}

/** Pages go by id, not by time: what is recorded up to the cursor is recorded in both halves. */
function halvesOf({ from, to, cursor }: BackfillWindow): readonly BackfillWindow[] {
  const middle = Math.floor((from + to) / 2);
  return [
    { from, to: middle, cursor },
    { from: middle, to, cursor },
  ];
}
