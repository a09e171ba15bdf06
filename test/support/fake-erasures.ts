import type { ErasureStore, KeptErasure } from '../../functions/ports/erasure-store.ts';

/** Remembers what was asked for. There is nothing beside it that could be removed. */
export function fakeErasures(): ErasureStore {
  const kept = new Map<string, KeptErasure>();
  const idOf = ({ dealId }: Pick<KeptErasure, 'dealId'>) => dealId ?? 'the account';
  const store = async (erasure: KeptErasure): Promise<void> => void kept.set(idOf(erasure), structuredClone(erasure));
  return {
    store,
    expire: store,
    read: async (of) => kept.get(idOf(of)) ?? null,
    list: async () => [...kept.values()],
    removeOldChunks: async () => 0,
    removeAll: async () => ({ removed: 0, isAll: true }),
  };
}
