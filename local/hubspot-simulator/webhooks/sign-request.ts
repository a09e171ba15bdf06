import { createHash, createHmac } from 'node:crypto';

/** The escapes that HubSpot decodes before it signs; every other escape stays as it is. */
const DECODED: Readonly<Record<string, string>> = {
  '%3A': ':',
  '%2F': '/',
  '%3F': '?',
  '%40': '@',
  '%21': '!',
  '%24': '$',
  '%27': "'",
  '%28': '(',
  '%29': ')',
  '%2A': '*',
  '%2C': ',',
  '%3B': ';',
};

export interface SignedCall {
  readonly method: string;
  /** The public URL, as HubSpot calls it. */
  readonly url: string;
  readonly body: string;
  readonly sentAt: number;
}

/** The headers that prove a call comes from HubSpot: version 3, and version 1 beside it, as HubSpot sends them. */
export function signatureHeaders(call: SignedCall, clientSecret: string): Record<string, string> {
  const uri = call.url.replace(/%[0-9A-F]{2}/gi, (escape) => DECODED[escape.toUpperCase()] ?? escape);
  const timestamp = String(call.sentAt);
  return {
    'x-hubspot-request-timestamp': timestamp,
    'x-hubspot-signature-v3': createHmac('sha256', clientSecret)
      .update(call.method + uri + call.body + timestamp)
      .digest('base64'),
    'x-hubspot-signature': createHash('sha256')
      .update(clientSecret + call.body)
      .digest('hex'),
    'x-hubspot-signature-version': 'v1',
  };
}
