import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

interface Capacity {
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly requests: number;
}

export interface CapacityMeter {
  /** Units since the last reset, as the engine counted them. */
  used(): Capacity;
  reset(): void;
}

const WRITES = new Set(['PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand', 'BatchWriteItemCommand']);
const NOTHING: Capacity = { readUnits: 0, writeUnits: 0, requests: 0 };

/** Counts what every request of a client costs. A write whose condition fails is not answered with its cost: it is counted as a request only. */
export function meterCapacity(client: DynamoDBClient): CapacityMeter {
  let used = NOTHING;
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        used = { ...used, requests: used.requests + 1 };
        const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
        const units = unitsIn(result.output);
        used = WRITES.has(commandName)
          ? { ...used, writeUnits: used.writeUnits + units }
          : { ...used, readUnits: used.readUnits + units };
        return result;
      },
    { step: 'initialize', name: 'meterCapacity' },
  );
  return { used: () => used, reset: () => (used = NOTHING) };
}

function unitsIn(output: object): number {
  const consumed = 'ConsumedCapacity' in output ? output.ConsumedCapacity : undefined;
  return [consumed].flat().reduce<number>((sum, one) => sum + capacityUnits(one), 0);
}

function capacityUnits(consumed: unknown): number {
  const isCounted = typeof consumed === 'object' && consumed !== null && 'CapacityUnits' in consumed;
  return isCounted && typeof consumed.CapacityUnits === 'number' ? consumed.CapacityUnits : 0;
}
