import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { hasFreeDashboard } from '../../aws/dashboards.ts';
import { readStack } from '../../aws/stacks.ts';
import { STACK_NAME } from '../../installation/stack-name.ts';
import { OperateError } from '../../operate-error.ts';
import { buildFunctions, runCdk, templateFile } from '../../shell/cdk.ts';
import { costLines } from '../cost-lines.ts';
import { planLines } from '../plan-lines.ts';
import type { Deployment, Step } from '../step.ts';

export const plan: Step = {
  name: 'plan',
  title: 'What will be created, and what it costs',
  undo: 'nothing is changed; cdk.out and dist may be deleted',
  isAtAws: true,
  async run(deployment) {
    const { bench, installation } = deployment;
    const { region, monthlyBudgetUsd, alarmEmail } = installation();
    const stack = await readStack(region, STACK_NAME);
    if (stack === null) await settleDashboard(deployment);
    await buildFunctions(bench);
    const { code } = await runCdk(bench, 'synth', installation());
    if (code !== 0)
      throw new OperateError(
        'The template could not be made (output above).',
        'Correct the setting it names in installation.json.',
      );
    const template = JSON.parse(await readFile(templateFile(bench.root), 'utf8'));
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

/** Of a new stack: the dashboard is left out where it would be the dearest line of the bill. What was chosen stays. */
async function settleDashboard({ bench, installation, keep }: Deployment): Promise<void> {
  const { region, dashboard } = installation();
  if (dashboard !== undefined || (await hasFreeDashboard(region))) return;
  await keep({ dashboard: 'no' });
  bench.terminal.say(
    '  – no dashboard: the three free ones of this account are in use, a further one costs 3 US dollars a month. "dashboard": "yes" in installation.json adds it.',
  );
}
