import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const WINDOW_MS = 5 * 60_000; // HubSpot: reject what is older than 300,000 ms; the same bound keeps future stamps out.
const THIRTEEN_DIGITS = /^\d{13}$/;

/** HubSpot decodes these escapes, and no others, before it signs a URI. */
const DECODED_BEFORE_SIGNING = /%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi;

type SignatureRefusal =
  | 'no-secret'
  | 'no-signature'
  | 'malformed-timestamp'
  | 'stale-timestamp'
  | 'future-timestamp'
  | 'wrong-signature';

export type SignatureVerdict = { readonly ok: true } | { readonly ok: false; readonly reason: SignatureRefusal };

export interface SignedRequest {
  readonly method: string;
  /** The URL that HubSpot called: configured public base URL, raw path, and `?` with the raw query, escapes untouched. */
  readonly uri: string;
  /** The raw bytes, empty when there is no body. */
  readonly body: Uint8Array;
  /** `X-HubSpot-Request-Timestamp`, as received. */
  readonly timestamp: string | undefined;
  /** `X-HubSpot-Signature-v3`, as received. */
  readonly signature: string | undefined;
  /** The current client secret and, while rotating, the previous one. Empty ones are left out. */
  readonly secrets: readonly string[];
  /** Epoch ms. */
  readonly now: number;
}

/** Whether HubSpot signed this request (version 3) in the last five minutes. Never throws; the reason is for logs only. */
export function verifySignatureV3(request: SignedRequest): SignatureVerdict {
  const { timestamp, signature, now } = request;
  const secrets = request.secrets.filter((secret) => secret !== '');
  if (secrets.length === 0) return refusal('no-secret');
  if (signature === undefined || signature === '') return refusal('no-signature');
  if (timestamp === undefined || !THIRTEEN_DIGITS.test(timestamp)) return refusal('malformed-timestamp');
  const ageMs = now - Number(timestamp);
  if (ageMs > WINDOW_MS) return refusal('stale-timestamp');
  if (ageMs < -WINDOW_MS) return refusal('future-timestamp');
  const received = Buffer.from(signature, 'utf8');
  const matches = secrets.map((secret) => areEqual(received, expectedSignature(request, secret, timestamp)));
  return matches.includes(true) ? { ok: true } : refusal('wrong-signature');
}

/**
 * Whether HubSpot signed this body (version 1). It covers neither address nor time, so whoever saw a delivery can send it
 * again: only for the webhook route, where a repeat does nothing, and only behind the admin's switch. Never throws.
 */
export function verifySignatureV1({
  body,
  signature,
  secrets,
}: Pick<SignedRequest, 'body' | 'signature' | 'secrets'>): SignatureVerdict {
  const known = secrets.filter((secret) => secret !== '');
  if (known.length === 0) return refusal('no-secret');
  if (signature === undefined || signature === '') return refusal('no-signature');
  const received = Buffer.from(signature, 'utf8');
  const matches = known.map((secret) => {
    const expected = createHash('sha256').update(secret).update(body).digest('hex');
    return areEqual(received, Buffer.from(expected, 'utf8'));
  });
  return matches.includes(true) ? { ok: true } : refusal('wrong-signature');
}

function expectedSignature({ method, uri, body }: SignedRequest, secret: string, timestamp: string): Buffer {
  const hmac = createHmac('sha256', secret);
  hmac.update(method.toUpperCase()).update(uri.replace(DECODED_BEFORE_SIGNING, decodeURIComponent));
  return Buffer.from(hmac.update(body).update(timestamp).digest('base64'), 'utf8');
}

const areEqual = (left: Buffer, right: Buffer): boolean => left.length === right.length && timingSafeEqual(left, right);

const refusal = (reason: SignatureRefusal): SignatureVerdict => ({ ok: false, reason });
