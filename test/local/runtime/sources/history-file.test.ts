import { describe, expect, it } from 'vitest';
import { historyFile } from '../../../../local/runtime/sources/history-file.ts';
import { StartError } from '../../../../local/runtime/start-error.ts';
import { csvFile, HISTORY_HEADER } from '../../history-csv/log-files.ts';

const open = async (history: string, asOf: number | null = null) =>
  (await historyFile({ history, deals: null, stages: null, asOf })).open(null, '/nowhere');

describe('a history file', () => {
  it('is refused when it holds no stage change, instead of shown as an empty account', async () => {
    const history = csvFile([HISTORY_HEADER]);

    await expect(open(history)).rejects.toThrow(new StartError(`${history} has no stage change below its header.`));
  });

  it('is refused when no deal had begun by --as-of', async () => {
    const history = csvFile([HISTORY_HEADER, 'a,0,2026-01-01T00:00:00Z,,new,7']);

    await expect(open(history, Date.UTC(2025, 0, 1))).rejects.toThrow(
      new StartError(`${history} has no deal that began before --as-of: name a later instant.`),
    );
  });
});
