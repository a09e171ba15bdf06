import { startBackfill } from '../../aws/backfill-function.ts';
import { readHubSpotSecret } from '../../aws/hubspot-secret.ts';
import { readSyncState } from '../../aws/insights-table.ts';
import { livingOutputs, outputOf } from '../stack-health.ts';
import type { Step } from '../step.ts';

export const backfill: Step = {
  name: 'backfill',
  title: 'Read the deals of the HubSpot account',
  undo: 'nothing needs undoing: it only reads HubSpot, and reading twice changes nothing',
  isAtAws: true,
  async run({ bench, installation, isAlone }) {
    const { region, portalId } = installation();
    const outputs = await livingOutputs(region);
    const secret = await readHubSpotSecret({ region, arn: outputOf(outputs, 'HubSpotSecretArn') });
    if (secret.HUBSPOT_ACCESS_TOKEN === undefined) return bench.terminal.say('  – not yet: no access token is stored');
    const place = { region, tableName: outputOf(outputs, 'TableName') };
    const { backfill: last } = await readSyncState(place, portalId, bench.now);
    if (last?.state === 'done' && !isAlone) {
      bench.terminal.say(
        `  ✓ done before (${last.dealsRead} deals); to read all again: npm run deploy -- --only backfill`,
      );
      return;
    }
    await startBackfill(region, outputOf(outputs, 'BackfillFunctionName'));
    bench.terminal.say('  ✓ started (or going on); npm run doctor shows how far it is');
  },
};
