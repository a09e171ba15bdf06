import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { livingOutputs, outputOf } from '../stack-health.ts';
import type { Step } from '../step.ts';

export const PROFILE_FILE = 'hubspot-project/src/hsprofile.production.json';

export const profile: Step = {
  name: 'profile',
  title: 'Tell the HubSpot project where the backend is',
  undo: `delete ${PROFILE_FILE}`,
  isAtAws: true,
  async run({ bench, installation }) {
    const { region, portalId } = installation();
    const baseUrl = outputOf(await livingOutputs(region), 'PublicBaseUrl');
    const content = { accountId: Number(portalId), variables: { API_BASE_URL: baseUrl } };
    await writeFile(path.join(bench.root, PROFILE_FILE), `${JSON.stringify(content, null, 2)}\n`);
    bench.terminal.say(`  ✓ ${PROFILE_FILE}: account ${portalId}, ${baseUrl}`);
  },
};
