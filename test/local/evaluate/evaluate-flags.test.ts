import { describe, expect, it } from 'vitest';
import { parseEvaluateFlags } from '../../../local/evaluate/evaluate-flags.ts';

const NEEDED = ['--history', 'log.csv', '--landmarks', '2026-02-02', '--out', 'results'];

describe('parseEvaluateFlags', () => {
  it('takes days as midnight UTC, sorts them, and drops repeats', () => {
    const flags = parseEvaluateFlags([...NEEDED, '--landmarks', '2026-02-09,2026-02-02T12:00:00Z, 2026-02-09']);

    expect(flags?.landmarks).toEqual([Date.UTC(2026, 1, 2, 12), Date.UTC(2026, 1, 9)]);
    expect(flags).toMatchObject({ history: 'log.csv', horizonDays: 30, out: 'results', deals: undefined });
  });

  it('asks for nothing else when help is wanted', () => {
    expect(parseEvaluateFlags(['--help'])).toBeNull();
  });

  it.each([
    ['a missing history', ['--landmarks', '2026-02-02', '--out', 'x'], '--history is missing'],
    ['missing landmarks', ['--history', 'log.csv', '--out', 'x'], '--landmarks is missing'],
    ['a missing folder', ['--history', 'log.csv', '--landmarks', '2026-02-02'], '--out is missing'],
    ['a day that does not exist', [...NEEDED, '--landmarks', '2026-02-30'], '"2026-02-30" is no day'],
    ['an empty landmark', [...NEEDED, '--landmarks', '2026-02-02,,2026-02-09'], '"" is no day'],
    ['a horizon that is no number', [...NEEDED, '--horizon', 'month'], '--horizon month is no number of days'],
    ['a horizon of no days', [...NEEDED, '--horizon', '0'], '--horizon 0'],
    ['an unknown flag', [...NEEDED, '--fast'], "Unknown option '--fast'"],
  ])('refuses %s in one sentence that names the flag', (_, args, fault) => {
    expect(() => parseEvaluateFlags(args)).toThrow(fault);
  });
});
