import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { DeadLetter, DeadLetterStore } from '../../ports/dead-letter-store.ts';
import { deleteItem, parseItem, queryItems } from './items.ts';
import { keyParts } from './keys.ts';
import type { Table } from './table.ts';

const letterSchema = z.object({
  reason: z.string(),
  firstAt: z.number(),
  lastAt: z.number(),
  tries: z.int().check(z.minimum(1)),
});

export function dynamoDeadLetterStore(table: Table): DeadLetterStore {
  const { keys } = table;
  return {
    async keep(deals, at) {
      const updates = deals.map(({ dealId, reason }) =>
        table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: keys.deadLetter(dealId),
            UpdateExpression:
              'SET reason = :reason, lastAt = :at, firstAt = if_not_exists(firstAt, :at) ADD tries :one',
            ExpressionAttributeValues: { ':reason': reason, ':at': at, ':one': 1 },
          }),
        ),
      );
      await Promise.all(updates);
    },

    async list() {
      const items = await queryItems(table, keys.deadLetters, { isConsistent: true });
      return items.map(
        (item): DeadLetter => ({ dealId: keyParts(item).at(-1) ?? '', ...parseItem(letterSchema, item) }),
      );
    },

    async forget(dealIds) {
      await Promise.all(dealIds.map((dealId) => deleteItem(table, keys.deadLetter(dealId))));
    },
  };
}
