import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { atAws } from './aws-fault.ts';

/** Starts a backfill and does not wait for it. One that is under way goes on, and no second one begins. */
export async function startBackfill(region: string, functionName: string): Promise<void> {
  const client = new LambdaClient({ region });
  const Payload = Buffer.from(JSON.stringify({ action: 'start' }));
  await atAws('start the backfill', () =>
    client.send(new InvokeCommand({ FunctionName: functionName, InvocationType: 'Event', Payload })),
  );
}
