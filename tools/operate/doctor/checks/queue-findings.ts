import { readQueue } from '../../aws/queues.ts';
import { deadLetterQueues } from '../../dead-letters.ts';
import { outputOf } from '../../deploy/stack-health.ts';
import { attention, type Finding, ok } from '../finding.ts';

const WAITING_USUAL = 1000; // A backfill or a bulk change fills more; it drains by itself.

/** Work that waits, and work that failed for good. */
export async function queueFindings(
  region: string,
  outputs: Readonly<Record<string, string>>,
): Promise<readonly Finding[]> {
  const waiting = await Promise.all(
    [
      { name: 'ingest', url: outputOf(outputs, 'IngestQueueUrl') },
      { name: 'rollup', url: outputOf(outputs, 'RollupQueueUrl') },
    ].map(async ({ name, url }) => waitingFinding(name, (await readQueue(region, url)).messages)),
  );
  const dead = await Promise.all(
    deadLetterQueues(outputs).map(async ({ name, url, canMoveBack }) => {
      const { messages } = await readQueue(region, url);
      const what = `dead letters, ${name}`;
      if (messages === 0) return ok(what, 'none');
      return attention(
        what,
        String(messages),
        canMoveBack
          ? 'Remove the cause (docs/operations.md, DeadLetters), then npm run redrive.'
          : 'Look at the logs of reconcile, nightly and backfill; the next run catches up.',
      );
    }),
  );
  return [...waiting, ...dead];
}

const waitingFinding = (name: string, messages: number): Finding =>
  messages <= WAITING_USUAL
    ? ok(`waiting, ${name}`, String(messages))
    : attention(
        `waiting, ${name}`,
        String(messages),
        'Usual during a backfill; if it does not fall, see docs/operations.md, IngestDelay and RollupDelay.',
      );
