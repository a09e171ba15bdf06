import { ingestMessages } from '../../functions/ingest/ingest-messages.ts';
import { handleBatch } from '../../functions/rollup/handle-batch.ts';
import { fakePortal } from '../support/fake-deal-source.ts';
import {
  fakeClock,
  fakeDeadLetters,
  fakeDealStore,
  fakeQueues,
  fakeStatusStores,
  silentLog,
} from '../support/fakes.ts';
import type { Surface } from './finding.ts';
import { mutatedJson, mutatedText, NASTY_TEXTS, pick, type Random, randomOf } from './nasty.ts';

const INGEST = { dealIds: ['1', '2'], origin: 'webhook', sentAt: 1, arrived: ['v3', 'creation'] };
const ROLLUP = { shards: [1, 2] };
const GOOD = JSON.stringify({ dealIds: ['77'], origin: 'card', sentAt: 1 });

/** Messages of any form beside a good one: the good one is worked on, the others come again and then wait apart. */
export function queueSurface(): Surface {
  return {
    name: 'queues',
    async feed(nth) {
      const random = randomOf(nth);
      await expectNeighbourServed(bodyOf(random, nth, INGEST));
      const body = bodyOf(random, nth, ROLLUP);
      const attributes = {
        ApproximateReceiveCount: '1',
        SentTimestamp: '',
        SenderId: '',
        ApproximateFirstReceiveTimestamp: '',
      };
      const record = { messageId: 'bad', body, attributes, messageAttributes: {}, md5OfBody: '', eventSource: '' };
      const Records = [{ ...record, receiptHandle: '', eventSourceARN: '', awsRegion: '' }];
      await handleBatch({ Records }, async () => [], silentLog);
    },
  };
}

async function expectNeighbourServed(body: string): Promise<void> {
  const clock = fakeClock();
  const deps = {
    source: fakePortal([]),
    store: fakeDealStore(),
    rollupQueue: fakeQueues(clock),
    status: fakeStatusStores(),
    deadLetters: fakeDeadLetters(),
    clock,
    log: silentLog,
  };
  const again = await ingestMessages(deps, [
    { messageId: 'bad', body, tries: 1 },
    { messageId: 'good', body: GOOD, tries: 1 },
  ]);
  if (again.includes('good')) throw new Error(`A good message came again beside ${body.slice(0, 200)}`);
}

function bodyOf(random: Random, nth: number, valid: unknown): string {
  if (nth < NASTY_TEXTS.length) return NASTY_TEXTS[nth] ?? '';
  if (random() < 0.3) return mutatedText(random, JSON.stringify(valid));
  return random() < 0.1 ? pick(random, NASTY_TEXTS) : (JSON.stringify(mutatedJson(random, valid)) ?? '');
}
