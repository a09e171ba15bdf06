import { readStack } from '../../aws/stacks.ts';
import { STACK_NAME } from '../../installation/stack-name.ts';
import { OperateError } from '../../operate-error.ts';
import { buildFunctions, runCdk } from '../../shell/cdk.ts';
import { halfDeployed, isWhole, livingOutputs, outputOf } from '../stack-health.ts';
import type { Step } from '../step.ts';

export const stack: Step = {
  name: 'stack',
  title: 'Create or update the AWS stack',
  undo: 'npm run uninstall; to return to a former version check it out and run npm run deploy -- --only stack',
  isAtAws: true,
  async run({ bench, installation }) {
    const { region, appId } = installation();
    const before = await readStack(region, STACK_NAME);
    if (before !== null && !isWhole(before.status)) throw await halfDeployed(region, before);
    await buildFunctions(bench);
    const { code } = await runCdk(bench, 'deploy', installation());
    if (code !== 0) {
      const after = await readStack(region, STACK_NAME);
      if (after !== null && !isWhole(after.status)) throw await halfDeployed(region, after);
      throw new OperateError(
        `The stack was not deployed (output above)${after === null ? '' : '; the version before is running'}.`,
        'Remove the cause and run npm run deploy -- --only stack.',
      );
    }
    bench.terminal.say(`  ✓ the backend is at ${outputOf(await livingOutputs(region), 'PublicBaseUrl')}`);
    if (appId === '0')
      bench.terminal.say('  – no app id yet: the backend lets nobody in until HubSpot has made the app');
  },
};
