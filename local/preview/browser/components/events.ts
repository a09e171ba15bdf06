import type { ExtensionEvent } from '@hubspot/ui-extensions';
import type { SyntheticEvent } from 'react';

let nextEventId = 1;

/** What a card's handler receives of a browser's event: four plain fields, no target, no preventDefault. */
export function extensionEvent({ type, bubbles, timeStamp }: SyntheticEvent): ExtensionEvent {
  nextEventId += 1;
  return { type, bubbles, timeStamp, id: String(nextEventId) };
}
