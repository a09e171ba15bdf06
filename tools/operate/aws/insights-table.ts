import { type AttributeValue, DynamoDBClient, paginateScan, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import type { BackfillProgress } from '@deal-stage-insights/shared';
import { dynamoSyncStore } from '../../../functions/adapters/dynamodb/sync-store.ts';
import { openTable } from '../../../functions/adapters/dynamodb/table.ts';
import { atAws } from './aws-fault.ts';

interface Place {
  readonly region: string;
  readonly tableName: string;
}

export type StoredItem = Readonly<Record<string, AttributeValue>>;

/** Every item, a page of up to 1 MB at a time. Consistent: an item stored before the page is read is in it. */
export async function* readPages({ region, tableName }: Place): AsyncGenerator<readonly StoredItem[]> {
  const pages = paginateScan(
    { client: new DynamoDBClient({ region }) },
    { TableName: tableName, ConsistentRead: true },
  );
  for (;;) {
    const { value, done } = await atAws(`read the table ${tableName}`, () => pages.next());
    if (done) return;
    yield value.Items ?? [];
  }
}

/** Lets the table be deleted. It is not deleted by this. */
export async function removeDeletionProtection({ region, tableName }: Place): Promise<void> {
  const client = new DynamoDBClient({ region });
  await atAws(`remove the deletion protection of ${tableName}`, () =>
    client.send(new UpdateTableCommand({ TableName: tableName, DeletionProtectionEnabled: false })),
  );
}

interface SyncState {
  /** Up to when every change has been read; null before the first backfill. Epoch ms. */
  readonly watermark: number | null;
  readonly backfill: BackfillProgress | null;
}

/** How far the copy of HubSpot's deals goes. */
export async function readSyncState(place: Place, portalId: string, now: () => number): Promise<SyncState> {
  const client = new DynamoDBClient({ region: place.region });
  const store = dynamoSyncStore(openTable({ name: place.tableName, portalId, clock: { now }, client }));
  return atAws(`read the table ${place.tableName}`, async () => ({
    watermark: await store.readWatermark(),
    backfill: (await store.readCheckpoint())?.checkpoint.progress ?? null,
  }));
}
