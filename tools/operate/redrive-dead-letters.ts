import { assertSameAccount } from './aws/identity.ts';
import { moveBack, readQueue } from './aws/queues.ts';
import { deadLetterQueues } from './dead-letters.ts';
import { livingOutputs } from './deploy/stack-health.ts';
import { readFlags } from './installation/flags.ts';
import { loadInstallation } from './installation/installation.ts';
import type { Workbench } from './workbench.ts';

const HELP = `Moves failed work back to its queues, to be tried again. Remove the cause first (npm run doctor).

  npm run redrive

Repeating is harmless: the messages only name deals to read again and shards to make again.`;

export async function redrive(bench: Workbench, args: readonly string[]): Promise<number> {
  const { terminal } = bench;
  if (readFlags(args, { help: { type: 'boolean' } }, 'redrive').help) {
    terminal.say(HELP);
    return 0;
  }
  const installation = await loadInstallation(bench.root);
  await assertSameAccount(installation);
  const { region } = installation;
  for (const { name, url, canMoveBack } of deadLetterQueues(await livingOutputs(region))) {
    const { arn, messages } = await readQueue(region, url);
    if (messages === 0) terminal.say(`${name}: nothing to move`);
    else if (!canMoveBack)
      terminal.say(`${name}: ${messages} failed runs are kept to be looked at; the next run catches up`);
    else {
      await moveBack(region, arn);
      terminal.say(`${name}: ${messages} messages are on their way back`);
    }
  }
  terminal.say('To undo: nothing needs undoing. npm run doctor shows whether they come back.');
  return 0;
}
