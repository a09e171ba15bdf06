import { concurrently, chunksOf } from '../concurrently.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../ports/clock.ts';
import type { IngestMessage } from '../ports/queues.ts';
import type { StatusStore } from '../ports/status-store.ts';
import { parseIngestMessage } from '../queue-messages.ts';
import { type ReadAndRecordDeps, readAndRecord } from '../read-and-record.ts';

const BATCHES_AT_ONCE = 4;
const DEALS_PER_BATCH = 50; // HubSpot's limit for reads with history.

export interface IngestDeps extends ReadAndRecordDeps {
  readonly status: Pick<StatusStore, 'mark'>;
  readonly clock: Clock;
  readonly log: Log;
}

export interface QueuedMessage {
  readonly messageId: string;
  readonly body: string;
}

/** Reads every deal that the messages name, once, and records it. Answers the messages that must come again. */
export async function ingestMessages(deps: IngestDeps, queued: readonly QueuedMessage[]): Promise<readonly string[]> {
  const startedAt = deps.clock.now();
  const messages = queued.map(({ messageId, body }) => ({ messageId, content: parse(deps.log, messageId, body) }));
  const wanted = new Set(messages.flatMap(({ content }) => content?.dealIds ?? []));
  const failedDeals = new Set<string>();
  await concurrently(chunksOf([...wanted], DEALS_PER_BATCH), BATCHES_AT_ONCE, async (dealIds) => {
    try {
      await readAndRecord(deps, dealIds, 1);
    } catch (error) {
      deps.log.error('not recorded', { deals: dealIds.length, error });
      for (const dealId of dealIds) failedDeals.add(dealId);
    }
  });
  const isDone = (content: IngestMessage | null) => content?.dealIds.every((id) => !failedDeals.has(id)) ?? false;
  const done = messages.flatMap(({ content }) => (content !== null && isDone(content) ? [content] : []));
  await markProgress(deps, done, startedAt);
  deps.log.info('recorded', { messages: queued.length, deals: wanted.size, failed: failedDeals.size });
  return messages.filter(({ content }) => !isDone(content)).map(({ messageId }) => messageId);
}

function parse(log: Log, messageId: string, body: string): IngestMessage | null {
  try {
    return parseIngestMessage(body);
  } catch (error) {
    log.error('message not understood', { messageId, error });
    return null;
  }
}

async function markProgress({ status }: IngestDeps, done: readonly IngestMessage[], startedAt: number): Promise<void> {
  const webhookAt = Math.max(...done.filter(({ origin }) => origin === 'webhook').map(({ sentAt }) => sentAt));
  await Promise.all([
    done.length > 0 ? status.mark('read', startedAt) : null,
    Number.isFinite(webhookAt) ? status.mark('webhook', webhookAt) : null,
  ]);
}
