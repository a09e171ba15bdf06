import type { RemoteReceiver, RemoteReceiverAttachableComponent } from '@remote-ui/core';
import { Children, isValidElement, type ReactNode } from 'react';

export interface CardChild {
  readonly element: ReactNode;
  readonly component: RemoteReceiverAttachableComponent;
  readonly receiver: RemoteReceiver;
}

/**
 * The children of a host component as nodes of the card's tree, for parents that need their children's props (Tabs its
 * tabs' titles). Subscribe with `useAttached(receiver, component)`, or a later change of those props is not seen.
 */
export function cardChildren(children: ReactNode): readonly CardChild[] {
  return Children.toArray(children).flatMap((element) => {
    if (!isValidElement<{ component?: RemoteReceiverAttachableComponent; receiver?: RemoteReceiver }>(element))
      return [];
    const { component, receiver } = element.props;
    return component === undefined || receiver === undefined ? [] : [{ element, component, receiver }];
  });
}
