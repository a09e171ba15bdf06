import { createProgress } from '../runtime/progress.ts';
import { EvaluateError } from './evaluate-error.ts';
import { HELP, parseEvaluateFlags } from './evaluate-flags.ts';
import { runEvaluate } from './run-evaluate.ts';
import { tableOf } from './table-of-summary.ts';

async function main(): Promise<void> {
  const flags = parseEvaluateFlags(process.argv.slice(2));
  if (flags === null) {
    console.log(HELP);
    return;
  }
  const { summary } = await runEvaluate(
    flags,
    createProgress(process.stderr, () => performance.now()),
  );
  console.log(tableOf(summary));
}

main().catch((error: unknown) => {
  console.error(error instanceof EvaluateError ? error.message : error);
  process.exitCode = 1;
});
