import { AppError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { IngestQueue } from '../ports/queues.ts';
import type { SecretSource } from '../ports/secret-source.ts';
import { type SignatureVerdict, verifySignatureV1, verifySignatureV3 } from '../signature.ts';
import { dealsOfDelivery } from './deal-events.ts';

/** A delivery as it came in: bytes and headers untouched. */
export interface Delivery {
  readonly method: string;
  /** Path and query as HubSpot wrote them. */
  readonly target: string;
  readonly body: Uint8Array;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  /** `X-HubSpot-Signature`: of version 1, which says nothing of when and where to. */
  readonly signatureV1: string | undefined;
}

export interface ReceiveDeps {
  readonly ingestQueue: IngestQueue;
  readonly secretSource: SecretSource;
  readonly clock: Clock;
  readonly publicBaseUrl: string;
  readonly portalId: string;
  /** The admin's switch: whether a delivery without a signature of version 3 may have one of version 1. */
  readonly takesV1: boolean;
}

interface Receipt {
  readonly deals: number;
  readonly signedWith: 'v3' | 'v1';
}

/** Verifies, then queues the deals to be read again. Nothing is parsed before the signature holds. */
export async function receiveDelivery(deps: ReceiveDeps, delivery: Delivery): Promise<Receipt> {
  const signedWith = delivery.signature === undefined && deps.takesV1 ? 'v1' : 'v3';
  const verdict = await judge(deps, delivery, signedWith);
  if (!verdict.ok) {
    throw new AppError('unauthorized', 'HubSpot did not sign this request for this app in the last five minutes.', {
      cause: new Error(verdict.reason),
    });
  }
  const { dealIds, kinds } = dealsOfDelivery(delivery.body, deps.portalId);
  if (dealIds.length > 0) await deps.ingestQueue.sendDeals(dealIds, 'webhook', [signedWith, ...kinds]);
  return { deals: dealIds.length, signedWith };
}

async function judge(deps: ReceiveDeps, delivery: Delivery, version: 'v3' | 'v1'): Promise<SignatureVerdict> {
  const { secretSource, clock, publicBaseUrl } = deps;
  const request = { ...delivery, uri: publicBaseUrl + delivery.target, now: clock.now() };
  const verify = ({ clientSecrets: secrets }: { readonly clientSecrets: readonly string[] }): SignatureVerdict =>
    version === 'v3'
      ? verifySignatureV3({ ...request, secrets })
      : verifySignatureV1({ body: delivery.body, signature: delivery.signatureV1, secrets });
  const verdict = verify(await secretSource.read());
  if (verdict.ok || verdict.reason !== 'wrong-signature') return verdict;
  // The secret may have been rotated since this process read it.
  return verify(await secretSource.readAgain());
}
