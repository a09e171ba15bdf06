import type { ErasureStore } from '../ports/erasure-store.ts';

/** Does the work, unless the whole account was asked to be erased: then nothing may be written into it any more. */
export async function unlessErased<T>(
  erasures: Pick<ErasureStore, 'read'>,
  work: () => Promise<T>,
  otherwise: T,
): Promise<T> {
  return (await erasures.read({ scope: 'portal', dealId: null })) === null ? work() : otherwise;
}
