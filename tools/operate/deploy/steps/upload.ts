import { existsSync } from 'node:fs';
import path from 'node:path';
import { OperateError } from '../../operate-error.ts';
import { readAppId, uploadProject } from '../../shell/hubspot-cli.ts';
import { PROFILE_FILE } from './profile.ts';
import type { Step } from '../step.ts';

export const upload: Step = {
  name: 'upload',
  title: 'Upload the project to HubSpot',
  undo: 'in HubSpot, Development → Projects → deal-stage-insights, deploy the build before; or delete the project',
  isAtAws: false,
  async run({ bench, installation, keep }) {
    if (!existsSync(path.join(bench.root, PROFILE_FILE)))
      throw new OperateError(
        'The HubSpot project does not know the backend yet.',
        'Run npm run deploy -- --only profile first.',
      );
    await uploadProject(bench);
    bench.terminal.say('  ✓ uploaded and built');
    if (installation().appId !== '0') return;
    const appId = await readAppId(bench, installation().portalId);
    if (appId === null) return;
    await keep({ appId });
    bench.terminal.say(`  ✓ the app's number is ${appId}; kept for the next run`);
  },
};
