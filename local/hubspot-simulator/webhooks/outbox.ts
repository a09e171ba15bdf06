import { setTimeout as waitOnTimer } from 'node:timers/promises';
import type { Clock } from '../../../functions/ports/clock.ts';
import type { Faults, WebhookTarget } from '../options.ts';
import type { WebhookEvent } from './events.ts';
import { signatureHeaders } from './sign-request.ts';

const BATCH_MAX = 100; // HubSpot sends at most 100 events in one call
const GATHER_MS = 20; // events of one burst travel together
const ANSWER_WITHIN_MS = 5_000; // HubSpot gives up after 5 s
const RETRY_DELAYS_MS = [1, 2, 5, 10, 20, 30, 60, 60, 60, 60].map((seconds) => seconds * 1000);

export interface Outbox {
  add(events: readonly WebhookEvent[]): void;
  /** Resolves when nothing waits for its first attempt or for an answer. Retries that are due later do not count. */
  sent(): Promise<void>;
  close(): Promise<void>;
}

interface OutboxParts {
  readonly target: WebhookTarget;
  readonly clock: Clock;
  readonly faults: Faults;
}

/** Sends events in batches, one call at a time, and again later when the answer is not 2xx. */
export function createOutbox({ target, clock, faults }: OutboxParts): Outbox {
  const delays = target.retryDelaysMs ?? RETRY_DELAYS_MS;
  const closing = new AbortController();
  const { wait = (ms: number) => waitOnTimer(ms, undefined, { signal: closing.signal }) } = target;
  let waiting: WebhookEvent[] = [];
  let isGathering = false;
  let sending: Promise<void> = Promise.resolve();

  const later = (delayMs: number, act: () => void): void => {
    void wait(delayMs).then(act, () => undefined); // Closed in the meantime.
  };

  const queue = (batch: readonly WebhookEvent[]): void => {
    if (batch.length > 0) sending = sending.then(() => attempt(batch));
  };
  const attempt = async (batch: readonly WebhookEvent[]): Promise<void> => {
    if (closing.signal.aborted || (await post(batch))) return;
    const delay = delays[batch[0]?.attemptNumber ?? 0];
    if (delay === undefined || closing.signal.aborted) return;
    later(delay, () => queue(batch.map((event) => ({ ...event, attemptNumber: event.attemptNumber + 1 }))));
  };
  const post = async (batch: readonly WebhookEvent[]): Promise<boolean> => {
    const body = JSON.stringify(batch);
    const call = { method: 'POST', url: target.publicUrl, body, sentAt: clock.now() };
    try {
      const answer = await fetch(target.deliverTo, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signatureHeaders(call, target.clientSecret) },
        body,
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      });
      await answer.arrayBuffer();
      return answer.ok;
    } catch {
      return false; // not reached, or too slow: HubSpot tries again as well
    }
  };
  const flush = (): void => {
    isGathering = false;
    const events = waiting;
    if (events.length === 0) return; // They could not wait.
    waiting = [];
    for (const batch of faults.beforeDelivery?.(events) ?? [events])
      for (let from = 0; from < batch.length; from += BATCH_MAX) queue(batch.slice(from, from + BATCH_MAX));
  };

  return {
    add(events) {
      if (events.length === 0 || closing.signal.aborted) return;
      waiting.push(...events);
      if (isGathering) return;
      isGathering = true;
      later(GATHER_MS, flush);
    },
    async sent() {
      flush();
      await sending;
    },
    async close() {
      closing.abort();
      await sending;
    },
  };
}
