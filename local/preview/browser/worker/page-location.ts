import { useSyncExternalStore } from 'react';
import type { PageLocation } from '../shell/places.ts';

/** Where the app page is, for `useAppPageLocation()`: the page tells it anew at every navigation. */
export function createPageLocation() {
  let current: PageLocation = { path: '/', params: {} };
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    navigate(location: PageLocation): void {
      current = location;
      for (const listener of listeners) listener();
    },
    useAppPageLocation: (): PageLocation => useSyncExternalStore(subscribe, () => current),
  };
}
