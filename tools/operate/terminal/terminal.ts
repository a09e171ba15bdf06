import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { OperateError } from '../operate-error.ts';

/** Where a command talks with the admin. */
export interface Terminal {
  /** False in a pipe or in CI: nothing may be asked there. */
  readonly isInteractive: boolean;
  say(line?: string): void;
  /** Output of another program, as it comes. */
  write(text: string): void;
  ask(question: string): Promise<string>;
  /** Like `ask`, without showing what is typed. */
  askHidden(question: string): Promise<string>;
}

export function processTerminal(): Terminal {
  const write = (text: string): void => void process.stdout.write(text);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const read = async (question: string, output: Writable): Promise<string> => {
    const lines = createInterface({ input: process.stdin, output, terminal: true });
    lines.on('SIGINT', () => {
      write('\nStopped. What was done so far stays; the command can be started again.\n');
      process.exit(130);
    });
    try {
      if (output === nowhere) write(question);
      return (await lines.question(output === nowhere ? '' : question)).trim();
    } catch (cause) {
      throw new OperateError(
        'Stopped: a question was left without an answer.',
        'Start the command again; what was done so far stays.',
        { cause },
      );
    } finally {
      lines.close();
      if (output === nowhere) write('\n');
    }
  };
  return {
    isInteractive: process.stdin.isTTY && process.stdout.isTTY,
    say: (line = '') => write(`${line}\n`),
    write,
    ask: (question) => read(question, process.stdout),
    askHidden: (question) => read(question, nowhere),
  };
}
