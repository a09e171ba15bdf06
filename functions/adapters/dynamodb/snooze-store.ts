import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Snooze } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import type { SnoozeStore } from '../../ports/snooze-store.ts';
import { orLostRace, parseItem, queryItems } from './items.ts';
import type { Table } from './table.ts';

const snoozeSchema: z.ZodMiniType<{ readonly dealId: string; readonly snooze: Snooze | null }> = z.object({
  dealId: z.string(),
  snooze: z.nullable(z.object({ reason: z.string(), untilDay: z.string(), setAt: z.number() })),
});

export function dynamoSnoozeStore(table: Table): SnoozeStore {
  return {
    async readSnoozes() {
      const items = await queryItems(table, table.keys.snoozes, { isConsistent: true });
      const listed = items.map((item) => parseItem(snoozeSchema, item));
      return new Map(listed.flatMap(({ dealId, snooze }) => (snooze === null ? [] : [[dealId, snooze] as const])));
    },
    async listSnooze({ dealId, snooze, notesVersion, overAt }) {
      const item = { ...table.keys.snooze(dealId), dealId, snooze, notesVersion, expiresAt: Math.ceil(overAt / 1000) };
      const put = new PutCommand({
        TableName: table.name,
        Item: item,
        ConditionExpression: 'attribute_not_exists(pk) OR notesVersion < :version',
        ExpressionAttributeValues: { ':version': notesVersion },
      });
      await orLostRace(table.client.send(put));
    },
  };
}
