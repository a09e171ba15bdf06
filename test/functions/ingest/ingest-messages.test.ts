import type { DealRead } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../functions/errors.ts';
import { ingestMessages } from '../../../functions/ingest/ingest-messages.ts';
import type { IngestMessage } from '../../../functions/ports/queues.ts';
import { aDealRead } from '../../support/builders.ts';
import {
  fakeClock,
  fakeDeadLetters,
  fakeDealStore,
  fakeQueues,
  fakeStatusStores,
  silentLog,
} from '../../support/fakes.ts';

const message = (messageId: string, dealIds: readonly string[], overrides: Partial<IngestMessage> = {}, tries = 1) => ({
  messageId,
  tries,
  body: JSON.stringify({ dealIds, origin: 'webhook', sentAt: 1000, ...overrides }),
});

const present = async (ids: readonly string[]): Promise<readonly DealRead[]> =>
  ids.map((dealId) => aDealRead({ dealId }));

function open(readDeals = present) {
  const asked: string[][] = [];
  const source = {
    readDeals: async (ids: readonly string[]) => {
      asked.push([...ids]);
      return readDeals(ids);
    },
  };
  const clock = fakeClock();
  const status = fakeStatusStores();
  const deadLetters = fakeDeadLetters();
  const deps = {
    source,
    store: fakeDealStore(),
    rollupQueue: fakeQueues(),
    status,
    deadLetters,
    clock,
    log: silentLog,
  };
  return { deps, asked, status, deadLetters, clock };
}

/** HubSpot cannot be reached: this passes. */
const down = new AppError('upstream-unavailable', 'HubSpot does not answer at the moment.', { retryAfterMs: 1000 });

const manyIds = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));

describe('ingestMessages', () => {
  it('reads a deal once, however many messages name it', async () => {
    const { deps, asked } = open();
    const failed = await ingestMessages(deps, [message('a', ['1', '2']), message('b', ['2', '3', '2'])]);

    expect(failed).toEqual([]);
    expect(asked).toEqual([['1', '2', '3']]);
    expect(deps.store.writes.map(({ dealId }) => dealId).toSorted()).toEqual(['1', '2', '3']);
  });

  it('reads at most fifty deals at once', async () => {
    const { deps, asked } = open();
    await ingestMessages(deps, [message('a', manyIds(120))]);

    expect(asked.map((ids) => ids.length).toSorted((a, b) => a - b)).toEqual([20, 50, 50]);
    expect(deps.store.writes).toHaveLength(120);
  });

  it('has come again what could not be read, and nothing else', async () => {
    const ids = manyIds(60); // Two reads; the one with deal 55 fails.
    const { deps } = open((asked) => (asked.includes('55') ? Promise.reject(down) : present(asked)));

    const failed = await ingestMessages(deps, [
      message('a', ids.slice(0, 30)),
      message('b', ids.slice(30)),
      message('c', ['1']),
    ]);

    expect(failed).toEqual(['b']);
    expect(deps.store.writes).toHaveLength(50);
  });

  it('lets a message that it does not understand come again until it is set aside', async () => {
    const { deps } = open();
    const failed = await ingestMessages(deps, [{ messageId: 'x', tries: 1, body: 'nonsense' }, message('a', ['1'])]);

    expect(failed).toEqual(['x']);
    expect(deps.store.writes).toHaveLength(1);
  });

  it('keeps nothing of a deal that HubSpot does not know', async () => {
    const { deps } = open(async (ids) => ids.map((dealId) => ({ kind: 'missing', dealId, readAt: 1 })));

    expect(await ingestMessages(deps, [message('a', ['1'])])).toEqual([]);
    expect(deps.store.dump()).toBe('');
  });

  it('marks when it read, and when the newest webhook among the recorded came', async () => {
    const { deps, status, clock } = open();
    await ingestMessages(deps, [
      message('a', ['1'], { sentAt: 500 }),
      message('b', ['2'], { sentAt: 800 }),
      message('c', ['3'], { sentAt: 900, origin: 'card' }),
    ]);

    expect(await status.readMarks()).toEqual({ webhook: 800, read: clock.now() });
  });

  it('marks nothing when nothing was recorded', async () => {
    const { deps, status } = open(() => Promise.reject(down));
    await ingestMessages(deps, [message('a', ['1'])]);

    expect(await status.readMarks()).toEqual({});
  });

  it('sets one unreadable deal aside with the reason, and records its neighbours', async () => {
    const poison = new AppError('upstream-unavailable', 'HubSpot answered in an unknown form.');
    const { deps, deadLetters, clock } = open((asked) =>
      asked.includes('17') ? Promise.reject(poison) : present(asked),
    );

    expect(await ingestMessages(deps, [message('a', manyIds(50))])).toEqual([]);
    expect(deps.store.writes).toHaveLength(49);
    expect(await deadLetters.list()).toEqual([
      { dealId: '17', reason: poison.message, firstAt: clock.now(), lastAt: clock.now(), tries: 1 },
    ]);
  });

  it('does not take a fault that meets every deal for that of a deal, and asks little more', async () => {
    const fault = new AppError('internal', 'HubSpot refused the request.');
    const { deps, asked, deadLetters } = open(() => Promise.reject(fault));

    expect(await ingestMessages(deps, [message('a', manyIds(50))])).toEqual(['a']);
    expect(await deadLetters.list()).toEqual([]);
    expect(asked.length).toBeLessThan(12);
  });

  it('keeps what a message names when the queue gives up on it', async () => {
    const { deps, deadLetters } = open(() => Promise.reject(down));

    expect(await ingestMessages(deps, [message('a', ['1'], {}, 4)])).toEqual(['a']);
    expect(await deadLetters.list()).toEqual([]);
    expect(await ingestMessages(deps, [message('a', ['1'], {}, 5)])).toEqual(['a']);
    expect(await deadLetters.list()).toMatchObject([{ dealId: '1', reason: down.message }]);
  });

  it('notes which kinds of events arrived, and by which signature', async () => {
    const { deps, status } = open();
    await ingestMessages(deps, [
      message('a', ['1'], { sentAt: 500, arrived: ['v3', 'propertyChange'] }),
      message('b', ['2'], { sentAt: 800, arrived: ['v3', 'merge'] }),
    ]);

    expect(await status.readArrivals()).toEqual({ v3: 800, propertyChange: 500, merge: 800 });
  });
});
