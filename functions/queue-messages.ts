import * as z from 'zod/mini';
import { dealIdSchema } from './deal-id.ts';
import { AppError } from './errors.ts';
import { type IngestMessage, READ_ORIGINS, type RollupMessage } from './ports/queues.ts';
import { ARRIVALS } from './ports/status-store.ts';

const ingestSchema = z.object({
  dealIds: z.array(dealIdSchema).check(z.minLength(1)),
  origin: z.enum(READ_ORIGINS),
  sentAt: z.int(),
  arrived: z.exactOptional(z.array(z.enum(ARRIVALS))),
});

const rollupSchema = z.object({ shards: z.array(z.int().check(z.minimum(0), z.maximum(255))).check(z.minLength(1)) });

/** Parses the body of a message of the ingest queue. Throws `AppError` `invalid-request`. */
export function parseIngestMessage(body: string): IngestMessage {
  return parseMessage('ingest', ingestSchema, body);
}

/** Parses the body of a message of the rollup queue. Throws `AppError` `invalid-request`. */
export function parseRollupMessage(body: string): RollupMessage {
  return parseMessage('rollup', rollupSchema, body);
}

function parseMessage<T>(queue: string, schema: z.ZodMiniType<T>, body: string): T {
  try {
    return schema.parse(JSON.parse(body));
  } catch (cause) {
    throw new AppError('invalid-request', `A message of the ${queue} queue has an unknown form.`, { cause });
  }
}
