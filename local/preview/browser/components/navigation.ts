import { createContext, type MouseEvent, useContext } from 'react';
import type { PageTarget } from '../shell/places.ts';

/** How links leave an extension for another page of HubSpot. */
export interface Navigation {
  readonly addressOfPage: (target: PageTarget) => string;
  /** The preview's own address of a page of HubSpot that it shows, else null. */
  readonly shownHere: (url: string) => string | null;
  /** Where a link leads from this machine: the backend's public address is answered here. */
  readonly reached: (url: string) => string;
  readonly go: (address: string) => void;
}

export const NavigationContext = createContext<Navigation>({
  addressOfPage: ({ to }) => to,
  shownHere: () => null,
  reached: (url) => url,
  go: () => undefined,
});

export const useNavigation = (): Navigation => useContext(NavigationContext);

/** A plain click goes there without a reload; every other click is the browser's: a new tab, a download. */
export function followHere(event: MouseEvent, address: string, go: Navigation['go']): void {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return;
  event.preventDefault();
  go(address);
}
