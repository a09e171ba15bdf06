import { AppError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { IngestQueue } from '../ports/queues.ts';
import type { SecretSource } from '../ports/secret-source.ts';
import { type SignatureVerdict, verifySignatureV3 } from '../signature.ts';
import { dealsOfDelivery } from './deal-events.ts';

/** A delivery as it came in: bytes and headers untouched. */
export interface Delivery {
  readonly method: string;
  /** Path and query as HubSpot wrote them. */
  readonly target: string;
  readonly body: Uint8Array;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

export interface ReceiveDeps {
  readonly ingestQueue: IngestQueue;
  readonly secretSource: SecretSource;
  readonly clock: Clock;
  readonly publicBaseUrl: string;
  readonly portalId: string;
}

/** Verifies, then queues the deals to be read again. Nothing is parsed before the signature holds. Answers how many deals. */
export async function receiveDelivery(deps: ReceiveDeps, delivery: Delivery): Promise<number> {
  const verdict = await judge(deps, delivery);
  if (!verdict.ok) {
    throw new AppError('unauthorized', 'HubSpot did not sign this request for this app in the last five minutes.', {
      cause: new Error(verdict.reason),
    });
  }
  const dealIds = dealsOfDelivery(delivery.body, deps.portalId);
  if (dealIds.length > 0) await deps.ingestQueue.sendDeals(dealIds, 'webhook');
  return dealIds.length;
}

async function judge(
  { secretSource, clock, publicBaseUrl }: ReceiveDeps,
  delivery: Delivery,
): Promise<SignatureVerdict> {
  const request = { ...delivery, uri: publicBaseUrl + delivery.target, now: clock.now() };
  const verdict = verifySignatureV3({ ...request, secrets: (await secretSource.read()).clientSecrets });
  if (verdict.ok || verdict.reason !== 'wrong-signature') return verdict;
  // The secret may have been rotated since this process read it.
  return verifySignatureV3({ ...request, secrets: (await secretSource.readAgain()).clientSecrets });
}
