import type { DealRead } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { ingestMessages } from '../../../functions/ingest/ingest-messages.ts';
import type { IngestMessage } from '../../../functions/ports/queues.ts';
import { aDealRead } from '../../support/builders.ts';
import { fakeClock, fakeDealStore, fakeQueues, fakeStatusStores, silentLog } from '../../support/fakes.ts';

const message = (messageId: string, dealIds: readonly string[], overrides: Partial<IngestMessage> = {}) => ({
  messageId,
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
  const deps = { source, store: fakeDealStore(), rollupQueue: fakeQueues(), status, clock, log: silentLog };
  return { deps, asked, status, clock };
}

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
    const { deps } = open((asked) => (asked.includes('55') ? Promise.reject(new Error('down')) : present(asked)));

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
    const failed = await ingestMessages(deps, [{ messageId: 'x', body: 'nonsense' }, message('a', ['1'])]);

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
    const { deps, status } = open(() => Promise.reject(new Error('down')));
    await ingestMessages(deps, [message('a', ['1'])]);

    expect(await status.readMarks()).toEqual({});
  });
});
