import fc from 'fast-check';
import { Signature } from '@hubspot/api-client/lib/src/utils/signature.js';
import { describe, expect, it } from 'vitest';
import { type SignedRequest, verifySignatureV3 } from '../../functions/signature.ts';

const SECRET = 'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy';
const CARD_URI =
  'https://api.example.com/v1/deals/123/insights?portalId=62515&userId=9586504&userEmail=rep%40example.com&appId=54321';
const bytes = (text: string) => new TextEncoder().encode(text);

/** HubSpot's own test of its Python client, received in the instant it was signed. */
const aWebhook = (overrides: Partial<SignedRequest> = {}): SignedRequest => ({
  method: 'POST',
  uri: 'https://www.example.com/webhook_uri',
  body: bytes("{'example_field':'example_value'}"),
  timestamp: '1693657560000',
  signature: 'K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=',
  secrets: [SECRET],
  now: 1_693_657_560_000,
  ...overrides,
});

const aCardRequest = (signature: string): SignedRequest => ({
  method: 'GET',
  uri: CARD_URI,
  body: new Uint8Array(),
  timestamp: '1790000000000',
  signature,
  secrets: [SECRET],
  now: 1_790_000_000_000,
});

describe('verifySignatureV3', () => {
  it("accepts HubSpot's published vectors", () => {
    const ruby = { timestamp: '1700000300000', now: 1_700_000_300_000 };

    expect(verifySignatureV3(aWebhook())).toEqual({ ok: true });
    expect(verifySignatureV3(aWebhook({ ...ruby, signature: 'RnbPH7+UMKVkbV32P8bz450N4M56aPmcru1+D3kSDtw=' }))).toEqual(
      { ok: true },
    );
  });

  it('decodes the escapes that HubSpot decodes before it signs', () => {
    expect(verifySignatureV3(aCardRequest('wzwg89tXgSBz+S4KF09Lh9Qm/hw5wfEdsWavwUk2v9o='))).toEqual({ ok: true });
  });

  it('refuses a signature over the undecoded URI', () => {
    expect(verifySignatureV3(aCardRequest('4uwlRkS0zROsc962RpnIUbpgCGcROeklwjA6SL5Qbbg='))).toEqual({
      ok: false,
      reason: 'wrong-signature',
    });
  });

  it.each(['%20', '%2B', '%26', '%3D', '%25', '%23'])('leaves %s encoded, as HubSpot does', (escape) => {
    const request = aWebhook({ uri: `https://www.example.com/x?q=a${escape}b`, body: new Uint8Array() });
    const signature = signed({ ...request, method: 'POST' });

    expect(verifySignatureV3({ ...request, signature })).toEqual({ ok: true });
  });

  it.each([
    ['%3A', ':'],
    ['%2F', '/'],
    ['%3F', '?'],
    ['%40', '@'],
    ['%21', '!'],
    ['%24', '$'],
    ['%27', "'"],
    ['%28', '('],
    ['%29', ')'],
    ['%2A', '*'],
    ['%2C', ','],
    ['%3B', ';'],
  ])('decodes %s to %s', (escape, char) => {
    const signature = signed(aWebhook({ uri: `https://www.example.com/x?q=a${char}b` }));

    expect(verifySignatureV3(aWebhook({ uri: `https://www.example.com/x?q=a${escape}b`, signature })).ok).toBe(true);
  });

  it.each([
    [300_000, { ok: true }],
    [300_001, { ok: false, reason: 'stale-timestamp' }],
    [-300_000, { ok: true }],
    [-300_001, { ok: false, reason: 'future-timestamp' }],
  ])('at an age of %i ms answers %o', (ageMs, verdict) => {
    expect(verifySignatureV3(aWebhook({ now: 1_693_657_560_000 + ageMs }))).toEqual(verdict);
  });

  it.each([
    undefined,
    '',
    'soon',
    '1693657560',
    '16936575600000',
    ' 1693657560000',
    '1693657560000\n',
    '+169365756000',
    '1.69365756e12',
  ])('refuses the timestamp %j', (timestamp) => {
    expect(verifySignatureV3(aWebhook({ timestamp }))).toEqual({ ok: false, reason: 'malformed-timestamp' });
  });

  it.each([undefined, ''])('refuses the absent signature %j', (signature) => {
    expect(verifySignatureV3(aWebhook({ signature }))).toEqual({ ok: false, reason: 'no-signature' });
  });

  it('accepts the previous secret while it is rotated', () => {
    expect(verifySignatureV3(aWebhook({ secrets: ['the-new-one', SECRET] })).ok).toBe(true);
    expect(verifySignatureV3(aWebhook({ secrets: ['the-new-one'] })).ok).toBe(false);
  });

  it('never takes an empty secret for one', () => {
    const signature = signed(aWebhook(), '');

    expect(verifySignatureV3(aWebhook({ signature, secrets: [''] }))).toEqual({ ok: false, reason: 'no-secret' });
    expect(verifySignatureV3(aWebhook({ signature, secrets: [] }))).toEqual({ ok: false, reason: 'no-secret' });
  });

  it('signs the bytes of the body, not a decoded text', () => {
    const body = Uint8Array.from([0xff, 0xfe, 0x00, 0x80]);
    const lossy = bytes(new TextDecoder().decode(body));

    expect(verifySignatureV3(aWebhook({ body, signature: signed(aWebhook({ body: lossy })) })).ok).toBe(false);
  });

  it("agrees with HubSpot's own library on any request", () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('GET', 'POST', 'PUT'), (text, method) => {
        const request = aWebhook({ body: bytes(text), method });
        const clientSecret = SECRET;
        const signature = Signature.getSignature(method, 'v3', {
          signature: '',
          clientSecret,
          requestBody: text,
          url: request.uri,
          timestamp: 1_693_657_560_000,
        });

        expect(verifySignatureV3({ ...request, signature })).toEqual({ ok: true });
      }),
    );
  });

  it('refuses any signature of which one character differs', () => {
    const good = aWebhook().signature ?? '';
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.base64String({ minLength: 4, maxLength: 4 }), (at, [char = 'A']) => {
        fc.pre(good[at] !== char);
        const signature = good.slice(0, at) + char + good.slice(at + 1);

        expect(verifySignatureV3(aWebhook({ signature })).ok).toBe(false);
      }),
    );
  });
});

function signed({ method, uri, body, timestamp }: SignedRequest, clientSecret = SECRET): string {
  return Signature.getSignature(method, 'v3', {
    signature: '',
    clientSecret,
    requestBody: new TextDecoder().decode(body),
    url: uri,
    timestamp: Number(timestamp),
  });
}
