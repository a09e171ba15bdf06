import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseIngestMessage, parseRollupMessage } from '../../functions/queue-messages.ts';
import { RECORDED_FOLDER } from './support/recorded-state.ts';

interface Messages {
  readonly ingest: readonly string[];
  readonly rollup: readonly string[];
}

const recorded = readdirSync(RECORDED_FOLDER).filter((name) => name.startsWith('messages-'));

const read = (name: string): Messages => JSON.parse(readFileSync(path.join(RECORDED_FOLDER, name), 'utf8'));

/** The body as a later version might send it: with a field more. */
const withMore = (body: string): string => JSON.stringify({ ...JSON.parse(body), priority: 'high' });

describe.each(recorded)('messages that wait in the queues during an upgrade (%s)', (name) => {
  const { ingest, rollup } = read(name);

  it.each(ingest)('are understood by the new ingest: %s', (body) => {
    expect(parseIngestMessage(body)).toEqual(JSON.parse(body));
  });

  it.each(rollup)('are understood by the new rollup: %s', (body) => {
    expect(parseRollupMessage(body)).toEqual(JSON.parse(body));
  });

  it('are understood after a roll-back too, when the newer version says more in them', () => {
    for (const body of ingest) expect(parseIngestMessage(withMore(body))).toEqual(JSON.parse(body));
    for (const body of rollup) expect(parseRollupMessage(withMore(body))).toEqual(JSON.parse(body));
  });
});
