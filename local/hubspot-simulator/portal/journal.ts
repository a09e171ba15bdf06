import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Change } from './changes.ts';

const at = z.number().int();
const text = z.string();
const properties = z.record(z.string(), z.string());
const schema: z.ZodType<Change> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['create', 'update']), at, dealId: text, properties, sourceType: text }),
  z.object({ kind: z.enum(['archive', 'restore']), at, dealId: text }),
  z.object({ kind: z.literal('merge'), at, dealId: text, loserId: text }),
  z.object({ kind: z.literal('task'), at, taskId: text, properties, dealIds: z.array(text) }),
]);

/** The changes made since the account was loaded, one JSON document a line, so that a second start finds them again. */
export interface Journal {
  /** Those of earlier runs, in order. */
  readonly changes: readonly Change[];
  append(change: Change): void;
}

export const noJournal: Journal = { changes: [], append: () => {} };

/** A last line that was cut off by a kill is dropped; anything else unreadable is an error that names the line. */
export function openJournal(dataDir: string): Journal {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, 'changes.ndjson');
  const whole = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const kept = whole.slice(0, whole.lastIndexOf('\n') + 1);
  if (kept.length < whole.length) truncateSync(path, Buffer.byteLength(kept));
  const changes = kept
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => parseLine(line, `${path}:${index + 1}`));
  return { changes, append: (change) => appendFileSync(path, `${JSON.stringify(change)}\n`) };
}

function parseLine(line: string, place: string): Change {
  try {
    return schema.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`${place} cannot be read: the data folder is damaged. Start again with --fresh.`, { cause });
  }
}
