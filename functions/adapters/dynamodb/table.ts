import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Clock } from '../../ports/clock.ts';
import { type Keys, keysOf } from './keys.ts';

/** One account's part of the table: what each store is made from. */
export interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
  readonly keys: Keys;
  readonly clock: Clock;
}

export interface TableOptions {
  readonly name: string;
  readonly portalId: string;
  readonly clock: Clock;
  /** One client serves all stores of a process; tests bring one that counts capacity units. */
  readonly client?: DynamoDBClient;
}

export function openTable({ name, portalId, clock, client = new DynamoDBClient() }: TableOptions): Table {
  return { client: DynamoDBDocumentClient.from(client), name, keys: keysOf(portalId), clock };
}
