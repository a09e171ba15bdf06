import path from 'node:path';
import { inferStages, readStages } from './log-stages.ts';
import type { HistoryLog } from './portal-seed-from-log.ts';
import { readDeals } from './read-deals.ts';
import { readHistory } from './read-history.ts';

export interface LogFiles {
  readonly history: string;
  readonly deals?: string | undefined;
  readonly stages?: string | undefined;
}

/** Reads a log whole, or throws one error that names file, line and column. */
export async function loadLog(files: LogFiles): Promise<HistoryLog> {
  const given = files.stages === undefined ? null : await readStages(files.stages);
  const histories = await readHistory(
    files.history,
    given === null ? undefined : new Set(given.map(({ stageId }) => stageId)),
  );
  const deals = files.deals === undefined ? new Map() : await readDeals(files.deals);
  if (deals.size > 0 && !histories.some(({ dealId }) => deals.has(dealId)))
    throw new Error(
      `${path.basename(files.deals ?? '')}: none of its deals is in ${path.basename(files.history)}: do the two belong together?`,
    );
  return { histories, deals, stages: given ?? inferStages(histories), label: labelOf(files.history) };
}

const labelOf = (file: string): string =>
  path
    .basename(file)
    .replace(/(\.csv)?(\.gz)?$/i, '')
    .replaceAll(/[_-]+/g, ' ');
