import { useSyncExternalStore } from 'react';
import { keepingPreview } from './places.ts';

const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

const currentAddress = (): string => window.location.pathname + window.location.search;

/** The page's address, as it changes by links, by the browser's buttons, and by the preview itself. */
export const useAddress = (): string => useSyncExternalStore(subscribe, currentAddress);

/** Goes to another place without a reload: the browser's Back returns from it. */
export function go(address: string): void {
  window.history.pushState(null, '', keepingPreview(address, currentAddress()));
  tell();
}

/** Writes changes into the address, so that a reload or a sent link shows the same. */
export function writeAddress(changes: Readonly<Record<string, string>>): void {
  const url = new URL(window.location.href);
  for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, value);
  window.history.replaceState(null, '', url);
  tell();
}

/** What a parameter of the preview's own says. */
export const addressParameter = (name: string): string | null => new URLSearchParams(window.location.search).get(name);
