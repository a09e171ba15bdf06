import { concurrently, chunksOf } from '../concurrently.ts';
import { withoutErased } from '../erase/without-erased.ts';
import type { Log } from '../log.ts';
import { noteRefusal } from '../note-refusal.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeadLetterStore, Unreadable } from '../ports/dead-letter-store.ts';
import type { IngestMessage } from '../ports/queues.ts';
import type { Arrival, Arrivals, StatusStore } from '../ports/status-store.ts';
import { parseIngestMessage } from '../queue-messages.ts';
import { type ReadAndRecordDeps, readAndRecord } from '../read-and-record.ts';
import { reasonOf } from '../set-apart.ts';

const BATCHES_AT_ONCE = 4;
const DEALS_PER_BATCH = 50; // HubSpot's limit for reads with history.
const TRIES_MAX = 5; // Then the queue sets the message aside.

export interface IngestDeps extends ReadAndRecordDeps {
  readonly status: Pick<StatusStore, 'mark' | 'noteArrivals'>;
  readonly deadLetters: Pick<DeadLetterStore, 'keep'>;
  readonly clock: Clock;
  readonly log: Log;
}

export interface QueuedMessage {
  readonly messageId: string;
  readonly body: string;
  /** How often the queue has handed it out, this time included. */
  readonly tries: number;
}

interface Parsed extends Omit<QueuedMessage, 'body'> {
  /** Null when the body is not one of ours. */
  readonly content: IngestMessage | null;
}

/**
 * Reads every deal that the messages name, once, and records it. Answers the messages that must come again.
 * A deal that cannot be read is set aside with the reason, and its message is done: its neighbours do not wait for it.
 */
export async function ingestMessages(deps: IngestDeps, queued: readonly QueuedMessage[]): Promise<readonly string[]> {
  const startedAt = deps.clock.now();
  const messages = queued.map(
    ({ messageId, body, tries }): Parsed => ({ messageId, tries, content: parse(deps.log, messageId, body) }),
  );
  const wanted = new Set(messages.flatMap(({ content }) => content?.dealIds ?? []));
  const { failed, unreadable } = await readAll(deps, [...wanted]);
  const done = messages.filter(({ content }) => content?.dealIds.every((id) => !failed.has(id)) ?? false);
  const again = messages.filter((message) => !done.includes(message));
  await setAside(deps, [...unreadable, ...(await withoutErased(deps.store, lastTries(again, failed)))]);
  await markProgress(
    deps,
    done.flatMap(({ content }) => content ?? []),
    startedAt,
  );
  deps.log.info('recorded', { messages: queued.length, deals: wanted.size, failed: failed.size });
  return again.map(({ messageId }) => messageId);
}

function parse(log: Log, messageId: string, body: string): IngestMessage | null {
  try {
    return parseIngestMessage(body);
  } catch (error) {
    log.error('message not understood', { messageId, error });
    return null;
  }
}

interface Reading {
  /** Deals that come again, with the reason. */
  readonly failed: ReadonlyMap<string, string>;
  readonly unreadable: readonly Unreadable[];
}

async function readAll(deps: IngestDeps, wanted: readonly string[]): Promise<Reading> {
  const failed = new Map<string, string>();
  const unreadable: Unreadable[] = [];
  await concurrently(chunksOf(wanted, DEALS_PER_BATCH), BATCHES_AT_ONCE, async (dealIds) => {
    try {
      unreadable.push(...(await readAndRecord(deps, dealIds, 1)).unreadable);
    } catch (error) {
      deps.log.error('not recorded', { deals: dealIds.length, error });
      for (const dealId of dealIds) failed.set(dealId, reasonOf(error));
      await noteRefusal(deps.status, error, deps.clock.now());
    }
  });
  return { failed, unreadable };
}

/** The queue gives up on these messages now: what they name must not be forgotten with them. */
const lastTries = (again: readonly Parsed[], failed: Reading['failed']): readonly Unreadable[] =>
  again
    .filter(({ tries }) => tries >= TRIES_MAX)
    .flatMap(({ content }) => content?.dealIds ?? [])
    .flatMap((dealId) => {
      const reason = failed.get(dealId);
      return reason === undefined ? [] : [{ dealId, reason }];
    });

async function setAside({ deadLetters, clock, log }: IngestDeps, deals: readonly Unreadable[]): Promise<void> {
  const distinct = [...new Map(deals.map((deal) => [deal.dealId, deal])).values()];
  if (distinct.length === 0) return;
  await deadLetters.keep(distinct, clock.now());
  log.warn('set aside', { deals: distinct });
}

async function markProgress({ status }: IngestDeps, done: readonly IngestMessage[], startedAt: number): Promise<void> {
  const webhooks = done.filter(({ origin }) => origin === 'webhook');
  const webhookAt = Math.max(...webhooks.map(({ sentAt }) => sentAt));
  await Promise.all([
    done.length > 0 ? status.mark('read', startedAt) : null,
    Number.isFinite(webhookAt) ? status.mark('webhook', webhookAt) : null,
    status.noteArrivals(arrivalsOf(webhooks)),
  ]);
}

function arrivalsOf(webhooks: readonly IngestMessage[]): Arrivals {
  const latest: Partial<Record<Arrival, number>> = {};
  for (const { arrived = [], sentAt } of webhooks)
    for (const arrival of arrived) latest[arrival] = Math.max(sentAt, latest[arrival] ?? sentAt);
  return latest;
}
