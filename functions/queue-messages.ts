import * as z from 'zod';
import { dealIdSchema } from './deal-id.ts';
import { AppError } from './errors.ts';
import { type IngestMessage, READ_ORIGINS, type RollupMessage } from './ports/queues.ts';
import { ARRIVALS } from './ports/status-store.ts';

const ingestSchema = z.object({
  dealIds: z.array(dealIdSchema).min(1),
  origin: z.enum(READ_ORIGINS),
  sentAt: z.int(),
  arrived: z.array(z.enum(ARRIVALS)).exactOptional(),
});

const rollupSchema = z.object({ shards: z.array(z.int().min(0).max(255)).min(1) });

/** Parses the body of a message of the ingest queue. Throws `AppError` `invalid-request`. */
export function parseIngestMessage(body: string): IngestMessage {
  return parseMessage('ingest', ingestSchema, body);
}

/** Parses the body of a message of the rollup queue. Throws `AppError` `invalid-request`. */
export function parseRollupMessage(body: string): RollupMessage {
  return parseMessage('rollup', rollupSchema, body);
}

function parseMessage<T>(queue: string, schema: z.ZodType<T>, body: string): T {
  try {
    return schema.parse(JSON.parse(body));
  } catch (cause) {
    throw new AppError('invalid-request', `A message of the ${queue} queue has an unknown form.`, { cause });
  }
}
