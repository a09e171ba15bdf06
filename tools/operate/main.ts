import path from 'node:path';
import { OperateError } from './operate-error.ts';
import { processTerminal } from './terminal/terminal.ts';
import type { Workbench } from './workbench.ts';

/** A command answers its exit code. */
export type Command = (bench: Workbench, args: readonly string[]) => Promise<number>;

/** Runs a command and turns a fault into two sentences: what is wrong, and what to do. */
export async function perform(command: Command, bench: Workbench, args: readonly string[]): Promise<number> {
  try {
    return await command(bench, args);
  } catch (error) {
    bench.terminal.say();
    if (error instanceof OperateError) bench.terminal.say(`✗ ${error.message}\n  ${error.remedy}`);
    else bench.terminal.say(`✗ Unexpected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return 1;
  }
}

/** The command of this process. */
export async function main(command: Command): Promise<void> {
  const bench: Workbench = {
    root: path.resolve(import.meta.dirname, '../..'),
    env: process.env,
    now: () => Date.now(),
    terminal: processTerminal(),
  };
  process.exitCode = await perform(command, bench, process.argv.slice(2));
}
