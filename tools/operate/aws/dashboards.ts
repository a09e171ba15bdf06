import { CloudWatchClient, ListDashboardsCommand } from '@aws-sdk/client-cloudwatch';
import { atAws } from './aws-fault.ts';

const FREE_DASHBOARDS = 3; // AWS bills 3 USD a month for each further one of an account.

/** Whether one more dashboard would cost nothing in this account. */
export async function hasFreeDashboard(region: string): Promise<boolean> {
  const client = new CloudWatchClient({ region });
  const { DashboardEntries = [] } = await atAws('list the dashboards', () =>
    client.send(new ListDashboardsCommand({})),
  );
  return DashboardEntries.length < FREE_DASHBOARDS;
}
