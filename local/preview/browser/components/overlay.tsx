import type { RemoteReceiverAttachableComponent, RemoteReceiverAttachableFragment } from '@remote-ui/core';
import type { Reactions } from '@hubspot/ui-extensions';
import { createContext, isValidElement, type ReactNode, useContext } from 'react';

/** Which modals and panels of a card are open. */
export interface Overlays {
  readonly openIds: ReadonlySet<string>;
  readonly open: (id: string) => void;
  readonly close: (id: string) => void;
}

export const OverlaysContext = createContext<Overlays>({
  openIds: new Set(),
  open: () => undefined,
  close: () => undefined,
});

export const useOverlays = (): Overlays => useContext(OverlaysContext);

/** The second argument of every click: how a card opens and closes its own overlays. */
export function useReactions(): Reactions {
  const { open, close } = useOverlays();
  return { openModal: open, closeModal: close, openPanel: open, closePanel: close };
}

export type OverlayKind = 'tooltip' | 'dialog';

/** What an `overlay` prop holds: a fragment with one element. Null when there is none. */
export function overlayIn(overlay: ReactNode): { readonly kind: OverlayKind; readonly id: string } | null {
  if (!isValidElement<{ fragment?: RemoteReceiverAttachableFragment }>(overlay)) return null;
  const [child] = overlay.props.fragment?.children ?? [];
  if (child === undefined) return null;
  if (!isComponent(child)) return { kind: 'tooltip', id: '' };
  return { kind: child.type === 'Modal' || child.type === 'Panel' ? 'dialog' : 'tooltip', id: textProp(child, 'id') };
}

/** A prop of a node in the card's tree, when it is text. */
function textProp({ props }: RemoteReceiverAttachableComponent, name: string): string {
  const value: unknown = Reflect.get(Object(props), name);
  return typeof value === 'string' ? value : '';
}

const isComponent = (child: { readonly kind: number }): child is RemoteReceiverAttachableComponent => child.kind === 1;
