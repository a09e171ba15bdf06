import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { bootstrapTable } from '../../functions/adapters/dynamodb/bootstrap-table.ts';
import { openTable, type Table } from '../../functions/adapters/dynamodb/table.ts';
import { listenLocally } from '../../local/listen-locally.ts';
import { LOCAL_AWS } from '../../local/runtime/local-aws.ts';
import { type CapacityMeter, meterCapacity } from './capacity.ts';
import { fakeClock, type FakeClock } from './fakes.ts';

interface TestTable {
  readonly table: Table;
  readonly clock: FakeClock;
  readonly meter: CapacityMeter;
}

export interface TestEngine {
  /** A new, empty table. */
  newTable(portalId?: string): Promise<TestTable>;
  close(): Promise<void>;
}

/** The engine that DYNAMODB_ENDPOINT names, else the embedded one. */
export async function startEngine(): Promise<TestEngine> {
  const outside = process.env.DYNAMODB_ENDPOINT;
  const engine = outside === undefined ? await startDynalite() : { url: outside, close: async () => {} };
  const clients: DynamoDBClient[] = [];
  return {
    async newTable(portalId = '62515') {
      const client = new DynamoDBClient({ ...LOCAL_AWS, endpoint: engine.url });
      clients.push(client);
      const meter = meterCapacity(client);
      const clock = fakeClock();
      const table = openTable({ name: `test-${randomUUID()}`, portalId, clock, client });
      await bootstrapTable(table);
      meter.reset();
      return { table, clock, meter };
    },
    async close() {
      for (const client of clients) client.destroy();
      await engine.close();
    },
  };
}

function startDynalite() {
  return listenLocally(dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 }));
}
