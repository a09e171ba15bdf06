import { createProgress } from './runtime/progress.ts';
import { HELP, parseFlags } from './runtime/flags.ts';
import { chooseSource } from './runtime/sources/choose-source.ts';
import { StartError } from './runtime/start-error.ts';
import { onStopSignal } from './runtime/stop-signals.ts';
import { startEverything } from './runtime/start-everything.ts';
import { assertPortIsFree } from './runtime/port.ts';

async function start(): Promise<void> {
  const flags = parseFlags(process.argv.slice(2));
  if (flags.help) {
    console.log(HELP);
    return;
  }
  await assertPortIsFree(flags.port);
  const source = await chooseSource(flags, process.env);
  const progress = createProgress(process.stdout, () => performance.now());
  const started = await startEverything({ flags, source, progress, onFailure: report });
  console.log(`READY ${started.url}\nCtrl-C stops everything.`);

  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(130); // asked twice
    isStopping = true;
    console.log('\nStopping …');
    started.close().then(() => process.exit(0), fail);
  };
  onStopSignal(stop);
}

/** Something in the background failed; it is tried again. */
function report(error: unknown): void {
  console.error(`Failed in the background, and tried again: ${error instanceof Error ? error.message : String(error)}`);
}

function fail(error: unknown): void {
  if (error instanceof StartError) console.error(error.message);
  else if (isDamage(error)) console.error('The data folder is damaged: start again with --fresh.');
  else console.error('This should not happen:', error);
  process.exit(1);
}

/** What the embedded table throws, out of reach of any caller, when it comes upon files that it cannot read. */
function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('LEVEL_');
}

process.on('uncaughtException', fail);
start().catch(fail);
