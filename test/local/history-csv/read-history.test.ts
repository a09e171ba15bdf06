import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHistory } from '../../../local/history-csv/read-history.ts';
import { csvFile, HISTORY_HEADER } from './log-files.ts';

const GOOD = ['a,0,2026-01-01T00:00:00.000Z,,new,7', 'a,1,2026-01-02T00:00:00.000Z,new,won,7'];
const read = (lines: readonly string[], name?: string) => readHistory(csvFile(lines, name));

describe('readHistory', () => {
  it.each(['history.csv', 'history.csv.gz'])('reads %s', async (name) => {
    expect(await read([HISTORY_HEADER, ...GOOD], name)).toEqual([
      {
        dealId: 'a',
        transitions: [
          { at: Date.UTC(2026, 0, 1), fromStage: null, toStage: 'new', resource: '7' },
          { at: Date.UTC(2026, 0, 2), fromStage: 'new', toStage: 'won', resource: '7' },
        ],
      },
    ]);
  });

  it('does not depend on how rows of different deals are mixed', async () => {
    const other = ['b,0,2026-01-03T00:00:00.000Z,,new,8', 'b,1,2026-01-04T00:00:00.000Z,new,lost,8'];
    const mixed = [HISTORY_HEADER, other[0] ?? '', GOOD[0] ?? '', other[1] ?? '', GOOD[1] ?? ''];

    expect(await read(mixed)).toEqual(await read([HISTORY_HEADER, ...GOOD, ...other]));
  });

  it('takes columns in any order and ignores further ones', async () => {
    const turned = ['to_stage,at,extra,seq,from_stage,deal_id', 'new,2026-01-01T00:00:00Z,x,0,,a'];

    expect((await read(turned))[0]?.transitions[0]).toEqual({
      at: Date.UTC(2026, 0, 1),
      fromStage: null,
      toStage: 'new',
      resource: '',
    });
  });

  it('sets equal instants of a deal apart by a millisecond, in their order', async () => {
    const day = '2026-01-01T00:00:00.000Z';
    const [deal] = await read([HISTORY_HEADER, `a,0,${day},,new,`, `a,1,${day},new,demo,`, `a,2,${day},demo,won,`]);

    expect(deal?.transitions.map(({ at }) => at - Date.parse(day))).toEqual([0, 1, 2]);
  });

  it.each([
    [
      'a missing column',
      ['deal_id,seq,at,from_stage'],
      'history.csv, line 1, column to_stage: the column is missing; the file has deal_id, seq, at, from_stage',
    ],
    [
      'a column that appears twice',
      [`${HISTORY_HEADER},seq`],
      'history.csv, line 1, column seq: the column appears twice',
    ],
    [
      'a bad date',
      [HISTORY_HEADER, 'a,0,yesterday,,new,'],
      'history.csv, line 2, column at: "yesterday" is not an instant; write it as 2026-01-31T09:30:00.000Z',
    ],
    [
      'a day that does not exist',
      [HISTORY_HEADER, 'a,0,2026-02-31T00:00:00.000Z,,new,'],
      'line 2, column at: "2026-02-31T00:00:00.000Z" is not an instant',
    ],
    ['an instant without a zone', [HISTORY_HEADER, 'a,0,2026-01-01T00:00:00.000,,new,'], 'line 2, column at'],
    [
      'a stage the deal was not in',
      [HISTORY_HEADER, GOOD[0], 'a,1,2026-01-02T00:00:00.000Z,demo,won,'],
      'line 3, column from_stage: "demo" is not the stage the deal was in ("new")',
    ],
    [
      'a beginning with a stage before it',
      [HISTORY_HEADER, 'a,0,2026-01-01T00:00:00.000Z,x,new,'],
      'line 2, column from_stage: "x" is not',
    ],
    ['a duplicated row', [HISTORY_HEADER, GOOD[0], GOOD[0]], 'line 3, column seq: 0 stands twice'],
    [
      'a missing row',
      [HISTORY_HEADER, GOOD[0], 'a,2,2026-01-02T00:00:00.000Z,new,won,'],
      'line 3, column seq: 2 stands where 1 should',
    ],
    ['unordered rows', [HISTORY_HEADER, GOOD[1], GOOD[0]], 'line 2, column seq: 1 stands where 0 should'],
    [
      'time that runs backwards',
      [HISTORY_HEADER, GOOD[0], 'a,1,2025-01-02T00:00:00.000Z,new,won,'],
      'line 3, column at: the instant lies before',
    ],
    [
      'an empty deal id',
      [HISTORY_HEADER, ',0,2026-01-01T00:00:00.000Z,,new,'],
      'line 2, column deal_id: the cell is empty',
    ],
    [
      'an empty stage',
      [HISTORY_HEADER, 'a,0,2026-01-01T00:00:00.000Z,,,'],
      'line 2, column to_stage: the cell is empty',
    ],
    ['a short row', [HISTORY_HEADER, 'a,0'], 'line 2: this is not a CSV row'],
    ['an open quotation', [HISTORY_HEADER, '"a,0,2026-01-01T00:00:00.000Z,,new,'], 'this is not a CSV row'],
  ])('refuses %s by file, line and column', async (_, lines, fault) => {
    await expect(read(lines.map(String))).rejects.toThrow(fault);
  });

  it('refuses an empty file', async () => {
    const file = csvFile([]);
    writeFileSync(file, '');

    await expect(readHistory(file)).rejects.toThrow('history.csv, line 1: the file is empty');
  });

  it('refuses a stage that the given list does not have', async () => {
    const file = csvFile([HISTORY_HEADER, ...GOOD]);

    await expect(readHistory(file, new Set(['new', 'lost']))).rejects.toThrow(
      'line 3, column to_stage: "won" is not among the stages',
    );
  });

  it('names the place where a gzip file is damaged', async () => {
    const file = csvFile([HISTORY_HEADER, ...GOOD], 'history.csv.gz');
    writeFileSync(file, Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]));

    await expect(readHistory(file)).rejects.toThrow(/history\.csv\.gz, line 1: /);
  });

  it('says so when the file does not exist', async () => {
    await expect(readHistory('nowhere.csv')).rejects.toThrow(/ENOENT.*nowhere\.csv/);
  });
});
