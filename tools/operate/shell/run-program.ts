import { spawn } from 'node:child_process';
import type { Workbench } from '../workbench.ts';

export interface Program {
  readonly name: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Keeps the output to itself. */
  readonly isQuiet?: boolean;
}

export interface Finished {
  /** Null when there is no such program. */
  readonly code: number | null;
  readonly output: string;
}

/** What other programs need not know. They would also show it in a dump of their environment. */
const SECRETS = ['HUBSPOT_ACCESS_TOKEN', 'HUBSPOT_CLIENT_SECRET', 'HUBSPOT_CLIENT_SECRET_PREVIOUS'];

/** Runs a program found on PATH and waits for it; its output appears as it comes, and it may ask its own questions. */
export function runProgram(
  { env, terminal }: Pick<Workbench, 'env' | 'terminal'>,
  program: Program,
): Promise<Finished> {
  const onWindows = process.platform === 'win32'; // There npm's programs are .cmd files, which need a shell.
  const args = onWindows ? program.args.map((arg) => `"${arg}"`) : program.args;
  const inherited = Object.fromEntries(Object.entries(env).filter(([name]) => !SECRETS.includes(name)));
  return new Promise((resolve, reject) => {
    const child = spawn(program.name, args, {
      cwd: program.cwd,
      env: { ...inherited, ...program.env },
      shell: onWindows,
      stdio: [program.isQuiet ? 'ignore' : 'inherit', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      if (!program.isQuiet) terminal.write(chunk.toString('utf8'));
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve({ code: null, output });
      else reject(error);
    });
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
