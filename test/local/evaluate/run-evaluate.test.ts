import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EvaluateError } from '../../../local/evaluate/evaluate-error.ts';
import { runEvaluate } from '../../../local/evaluate/run-evaluate.ts';
import type { HistoryLog } from '../../../local/history-csv/portal-seed-from-log.ts';
import type { Progress } from '../../../local/runtime/progress.ts';
import { csvFile, HISTORY_HEADER } from '../history-csv/log-files.ts';
import { someLog, twoStageWay } from './some-log.ts';

const QUIET: Progress = { note: () => undefined, step: () => ({ update: () => undefined, done: () => undefined }) };

const iso = (at: number): string => new Date(at).toISOString();
const historyLines = ({ histories }: HistoryLog): string[] => [
  HISTORY_HEADER,
  ...histories.flatMap(({ dealId, transitions }) =>
    transitions.map(({ at, fromStage, toStage }, seq) =>
      [dealId, seq, iso(at), fromStage ?? '', toStage, ''].join(','),
    ),
  ),
];
const dealLines = ({ deals }: HistoryLog): string[] => [
  'deal_id,created_at,amount,owner',
  ...[...deals.values()].map(({ dealId, createdAt, amount }) => `${dealId},${iso(createdAt)},${amount},`),
];

function flagsFor(overrides: { readonly history: string; readonly deals?: string; readonly activities?: string }) {
  const out = join(mkdtempSync(join(tmpdir(), 'evaluate-')), 'results');
  const landmarks = [Date.UTC(2026, 2, 16), Date.UTC(2026, 3, 13)];
  return { deals: undefined, activities: undefined, stages: undefined, landmarks, horizonDays: 30, out, ...overrides };
}

describe('runEvaluate', () => {
  it('writes predictions, forecasts and a summary, the same each time', async () => {
    const log = someLog(twoStageWay);
    const history = csvFile(historyLines(log), 'history.csv.gz');
    const flags = flagsFor({ history, deals: csvFile(dealLines(log), 'deals.csv') });

    const { predictions } = await runEvaluate(flags, QUIET);
    const again = { ...flags, out: `${flags.out}-again` };
    await runEvaluate(again, QUIET);

    const read = (name: string, folder = flags.out): string => readFileSync(join(folder, name), 'utf8');
    const [header, first] = read('predictions.csv').split('\n');
    expect(header).toBe('deal_id,landmark,stage,age_days,p_horizon,p_ever');
    expect(first).toMatch(/^deal-\d{4},2026-03-16,(first|second),\d+\.\d{5},0\.\d{6},0\.\d{6}$/);
    expect(read('predictions.csv').trimEnd().split('\n').length).toBe(predictions.length + 1);
    expect(read('forecast.csv')).toMatch(
      /^landmark,part,mean,p10,p50,p90,actual\n2026-03-16,open,(\d+\.\d\d,){4}\d+\.\d\d\n2026-03-16,total,/,
    );
    expect(JSON.parse(read('summary.json'))).toMatchObject({
      horizonDays: 30,
      landmarks: ['2026-03-16', '2026-04-13'],
    });
    for (const name of ['predictions.csv', 'forecast.csv', 'summary.json', 'reliability.svg', 'forecast-fan.svg'])
      expect(read(name, again.out)).toBe(read(name));
  });

  it('leaves a probability empty where too little is known, and says how often', async () => {
    const history = csvFile([HISTORY_HEADER, 'a,0,2026-03-01T00:00:00Z,,first,', 'b,0,2026-05-01T00:00:00Z,,first,']);
    const flags = flagsFor({ history });

    const { summary } = await runEvaluate(flags, QUIET);

    expect(summary.rows).toEqual({ all: 2, insufficient: 2, notDue: 1 });
    expect(readFileSync(join(flags.out, 'predictions.csv'), 'utf8')).toContain('a,2026-03-16,first,15.00000,,\n');
  });

  it.each([
    ['history', { history: '/nowhere/log.csv' }, '/nowhere/log.csv does not exist.'],
    ['deals', { deals: '/nowhere/deals.csv' }, '/nowhere/deals.csv does not exist.'],
    ['activities', { activities: '/nowhere/calls.csv' }, '/nowhere/calls.csv does not exist.'],
  ])('says in one sentence that the %s file is missing', async (_, missing, sentence) => {
    const history = csvFile([HISTORY_HEADER, 'a,0,2026-03-01T00:00:00Z,,first,']);

    const failure = runEvaluate(flagsFor({ history, ...missing }), QUIET);

    await expect(failure).rejects.toThrow(new EvaluateError(sentence));
  });

  it('says in one sentence that the results have nowhere to go', async () => {
    const history = csvFile([HISTORY_HEADER, 'a,0,2026-03-01T00:00:00Z,,first,']);

    const failure = runEvaluate({ ...flagsFor({ history }), out: history }, QUIET);

    await expect(failure).rejects.toThrow(`The results cannot be written to ${history}: `);
  });

  it.each([
    ['a faulty history', { history: ['deal_id,seq,at,from_stage'] }, 'history.csv, line 1, column to_stage'],
    ['an empty history', { history: [HISTORY_HEADER] }, 'has no stage change'],
    [
      'faulty activities',
      { activities: ['deal_id,at,activity,lifecycle', 'a,yesterday,call,START'] },
      'activities.csv, line 2, column at',
    ],
  ])('writes nothing for %s, and says where it is wrong', async (_, files, fault) => {
    const lines: { readonly history?: readonly string[]; readonly activities?: readonly string[] } = files;
    const history = csvFile(lines.history ?? [HISTORY_HEADER, 'a,0,2026-03-01T00:00:00Z,,first,']);
    const flags = flagsFor({
      history,
      ...(lines.activities === undefined ? {} : { activities: csvFile(lines.activities, 'activities.csv') }),
    });

    await expect(runEvaluate(flags, QUIET)).rejects.toThrow(fault);
    expect(existsSync(flags.out)).toBe(false);
  });
});
