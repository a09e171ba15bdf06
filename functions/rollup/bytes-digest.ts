import { createHash } from 'node:crypto';

/** Names bytes by their content: 128 bits of SHA-256, safe in a key. */
export const bytesDigest = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
