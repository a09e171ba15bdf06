import { parseArgs } from 'node:util';
import type { EpochMs } from '@deal-stage-insights/shared';
import { EvaluateError } from './evaluate-error.ts';

export interface EvaluateFlags {
  readonly history: string;
  readonly deals: string | undefined;
  readonly activities: string | undefined;
  readonly stages: string | undefined;
  /** Ascending, no instant twice. */
  readonly landmarks: readonly EpochMs[];
  readonly horizonDays: number;
  readonly out: string;
}

export const HELP = `Measures the forecasts on a log: trains at each landmark on what was known then, scores on what came after.

  npm run evaluate -- --history FILE --landmarks 2011-12-19,2011-12-26 --horizon 30 --out DIR

  --history FILE      deal_id,seq,at,from_stage,to_stage[,resource]; plain or gzip
  --landmarks LIST    days (00:00 UTC) or instants, separated by commas
  --out DIR           where predictions.csv, moved.csv, forecast.csv, summary.json, reliability.svg and forecast-fan.svg go
  --horizon DAYS      won within so many days (default 30)
  --deals FILE        deal_id,created_at[,amount,owner,…]; amounts make the revenue forecast
  --activities FILE   deal_id,at,activity,lifecycle[,resource]; chances by the facts of a deal
  --stages FILE       JSON: which stages close a deal (default: those named won and lost)
  --help              this text`;

/** Null when help was asked for. Throws a EvaluateError. */
export function parseEvaluateFlags(args: readonly string[]): EvaluateFlags | null {
  const values = parsed(args);
  if (values.help) return null;
  return {
    history: required('history', values.history),
    deals: values.deals,
    activities: values.activities,
    stages: values.stages,
    landmarks: landmarksOf(required('landmarks', values.landmarks)),
    horizonDays: daysOf(values.horizon),
    out: required('out', values.out),
  };
}

function parsed(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        history: { type: 'string' },
        deals: { type: 'string' },
        activities: { type: 'string' },
        stages: { type: 'string' },
        landmarks: { type: 'string' },
        horizon: { type: 'string', default: '30' },
        out: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw new EvaluateError(`${reason}. See npm run evaluate -- --help.`, { cause });
  }
}

function required(flag: string, value: string | undefined): string {
  if (value === undefined || value === '')
    throw new EvaluateError(`--${flag} is missing. See npm run evaluate -- --help.`);
  return value;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/;

function landmarksOf(list: string): readonly EpochMs[] {
  const instants = list.split(',').map((text) => {
    const trimmed = text.trim();
    const at = DAY.test(trimmed) || INSTANT.test(trimmed) ? Date.parse(trimmed) : Number.NaN;
    if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== trimmed.slice(0, 10))
      throw new EvaluateError(`--landmarks: "${trimmed}" is no day; write 2011-12-19 or 2011-12-19T00:00:00Z.`);
    return at;
  });
  return [...new Set(instants)].toSorted((a, b) => a - b);
}

function daysOf(text: string): number {
  const days = Number(text);
  if (!/^\d+$/.test(text) || days < 1 || days > 730)
    throw new EvaluateError(`--horizon ${text} is no number of days from 1 to 730.`);
  return days;
}
