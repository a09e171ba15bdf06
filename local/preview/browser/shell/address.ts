/** What the page's address says: which deal, and which card is in front. */
export interface Address {
  readonly dealId: string | null;
  readonly cardUid: string | null;
}

export function readAddress(): Address {
  const parameters = new URLSearchParams(window.location.search);
  return { dealId: parameters.get('deal'), cardUid: parameters.get('card') };
}

/** Writes a change into the address, so that a reload or a sent link shows the same. */
export function writeAddress(name: 'deal' | 'card', value: string): void {
  const url = new URL(window.location.href);
  url.searchParams.set(name, value);
  window.history.replaceState(null, '', url);
}
