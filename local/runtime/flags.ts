import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { EpochMs } from '@deal-stage-insights/shared';
import { StartError } from './start-error.ts';

export interface Flags {
  readonly port: number;
  readonly dataDir: string;
  readonly fresh: boolean;
  readonly live: boolean;
  readonly help: boolean;
  readonly history: HistoryFiles | null;
}

export interface HistoryFiles {
  readonly history: string;
  readonly deals: string | null;
  readonly stages: string | null;
  readonly asOf: EpochMs | null;
}

export const HELP = `Deal Stage Insights on this machine.

  npm start                                     a generated demo portal
  npm start -- --history FILE.csv[.gz]          your own history of stage changes
  HUBSPOT_ACCESS_TOKEN=… npm start              a real HubSpot account, read-only

  --history FILE   deal_id,seq,at,from_stage,to_stage,resource
  --deals FILE     deal_id,created_at,amount,owner,… (with --history)
  --stages FILE    JSON: which stages close a deal (with --history)
  --as-of ISO      the instant "now" begins at (with --history; default: the last of the log)
  --port N         where the preview listens (default 3000)
  --data DIR       where data is kept for the next start (default .data)
  --fresh          forget what an earlier start loaded from the same source
  --no-live        no moves of their own in the demo portal
  --help           this text`;

/** Throws `StartError` with one sentence that names the flag. */
export function parseFlags(args: readonly string[]): Flags {
  const { values } = parsed(args);
  for (const needsHistory of ['deals', 'stages', 'as-of'] as const)
    if (values[needsHistory] !== undefined && values.history === undefined)
      throw new StartError(`--${needsHistory} goes with --history FILE: name the history file as well.`);
  return {
    port: portOf(values.port),
    dataDir: values.data,
    fresh: values.fresh,
    live: !values['no-live'],
    help: values.help,
    history:
      values.history === undefined
        ? null
        : {
            history: existing('history', values.history),
            deals: values.deals === undefined ? null : existing('deals', values.deals),
            stages: values.stages === undefined ? null : existing('stages', values.stages),
            asOf: values['as-of'] === undefined ? null : instantOf(values['as-of']),
          },
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        history: { type: 'string' },
        deals: { type: 'string' },
        stages: { type: 'string' },
        'as-of': { type: 'string' },
        port: { type: 'string', default: '3000' },
        data: { type: 'string', default: '.data' },
        fresh: { type: 'boolean', default: false },
        'no-live': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split(/\.\s/)[0] : String(cause);
    throw new StartError(`${reason}. See npm start -- --help.`, { cause });
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new StartError(`--port ${text} is no port: give a number between 0 and 65535.`);
  return port;
}

function existing(flag: string, path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new StartError(`--${flag} ${path}: there is no such file.`);
  if (!found.isFile()) throw new StartError(`--${flag} ${path} is no file: name the file itself.`);
  return path;
}

/** A day begins at 00:00 UTC; a time of day needs its zone, or it would mean another instant on another machine. */
const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;

function instantOf(text: string): EpochMs {
  const at = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  // 31 February would be read as 3 March.
  if (Number.isNaN(at) || !new Date(Date.parse(text.slice(0, 10))).toISOString().startsWith(text.slice(0, 10)))
    throw new StartError(`--as-of ${text} is no instant: write it as 2026-03-02T09:00:00Z.`);
  return at;
}
