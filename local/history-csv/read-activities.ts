import { instantOf, nameOf } from './cells.ts';
import { csvRows } from './csv-rows.ts';
import type { LoggedActivity } from './logged-deal.ts';

/** Reads activities: `deal_id,at,activity,lifecycle[,resource]`, plain or gzip, in order of time. Throws a CsvError. */
export async function readActivities(file: string): Promise<readonly LoggedActivity[]> {
  const activities: LoggedActivity[] = [];
  for await (const row of csvRows(file, ['deal_id', 'at', 'activity', 'lifecycle'])) {
    activities.push({
      dealId: nameOf(row, 'deal_id'),
      at: instantOf(row, 'at'),
      activity: nameOf(row, 'activity'),
      lifecycle: row.text('lifecycle'),
    });
  }
  return activities.toSorted((a, b) => a.at - b.at);
}
