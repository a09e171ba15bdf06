import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readStack } from '../../aws/stacks.ts';
import { STACK_NAME } from '../../installation/stack-name.ts';
import { OperateError } from '../../operate-error.ts';
import { buildFunctions, runCdk, templateFile } from '../../shell/cdk.ts';
import { costLines } from '../cost-lines.ts';
import { planLines } from '../plan-lines.ts';
import type { Step } from '../step.ts';

export const plan: Step = {
  name: 'plan',
  title: 'What will be created, and what it costs',
  undo: 'nothing is changed; cdk.out and dist may be deleted',
  isAtAws: true,
  async run({ bench, installation }) {
    const { region, monthlyBudgetUsd, alarmEmail } = installation();
    await buildFunctions(bench);
    const { code } = await runCdk(bench, 'synth', installation());
    if (code !== 0)
      throw new OperateError(
        'The template could not be made (output above).',
        'Correct the setting it names in installation.json.',
      );
    const template = JSON.parse(await readFile(templateFile(bench.root), 'utf8'));
    const stack = await readStack(region, STACK_NAME);
    const say = (line: string) => bench.terminal.say(line);
    say(
      stack === null
        ? '  New in your account:'
        : `  The stack exists (${stack.status}); only what differs is changed. It consists of:`,
    );
    for (const line of planLines(template)) say(`    ${line}`);
    say('  What it costs (docs/costs.md):');
    for (const line of costLines(await readFile(path.join(bench.root, 'docs/costs.md'), 'utf8').catch(() => '')))
      say(`    ${line}`);
    say(`  AWS writes to ${alarmEmail} when a month costs more than ${monthlyBudgetUsd} US dollars.`);
  },
};
