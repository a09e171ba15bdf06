import { describe, expect, it } from 'vitest';
import { parseFlags } from '../../../local/runtime/flags.ts';
import { StartError } from '../../../local/runtime/start-error.ts';

const here = import.meta.filename;

describe('parseFlags', () => {
  it('takes the demo portal on port 3000 when nothing is said', () => {
    expect(parseFlags([])).toEqual({
      port: 3000,
      dataDir: '.data',
      fresh: false,
      live: true,
      help: false,
      history: null,
    });
  });

  it('takes a history with its companions', () => {
    const flags = parseFlags(['--history', here, '--deals', here, '--as-of', '2012-03-14T16:00:00Z', '--no-live']);

    expect(flags).toMatchObject({
      live: false,
      history: { history: here, deals: here, stages: null, asOf: Date.UTC(2012, 2, 14, 16) },
    });
  });

  it.each([
    [['--history', 'nowhere.csv'], '--history nowhere.csv: there is no such file.'],
    [['--deals', here], '--deals goes with --history FILE: name the history file as well.'],
    [['--port', 'abc'], '--port abc is no port: give a number between 0 and 65535.'],
    [['--port', '70000'], '--port 70000 is no port: give a number between 0 and 65535.'],
    [['--history', import.meta.dirname], `--history ${import.meta.dirname} is no file: name the file itself.`],
    [['--data', '-3'], "Option '--data' argument is ambiguous. See npm start -- --help."],
    [
      ['--history', here, '--as-of', '2026-02-31'],
      '--as-of 2026-02-31 is no instant: write it as 2026-03-02T09:00:00Z.',
    ],
    [
      ['--history', here, '--as-of', '2026-03-02T09:00'],
      '--as-of 2026-03-02T09:00 is no instant: write it as 2026-03-02T09:00:00Z.',
    ],
    [['--history', here, '--as-of', 'soon'], '--as-of soon is no instant: write it as 2026-03-02T09:00:00Z.'],
    [['--unknown'], "Unknown option '--unknown'. See npm start -- --help."],
  ])('refuses %j in one sentence', (args, sentence) => {
    expect(() => parseFlags(args)).toThrow(new StartError(sentence));
  });
});
