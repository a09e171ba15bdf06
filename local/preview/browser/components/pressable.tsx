import type { ExtensionEvent, HrefProp, ReactionsHandler } from '@hubspot/ui-extensions';
import { type MouseEvent, type ReactNode, useId } from 'react';
import { extensionEvent } from './events.ts';
import { followHere, useNavigation } from './navigation.ts';
import { overlayIn, useOverlays, useReactions } from './overlay.tsx';

interface PressableProps {
  readonly className: string;
  readonly onClick?: ReactionsHandler<ExtensionEvent> | undefined;
  readonly href?: HrefProp | undefined;
  readonly disabled?: boolean | undefined;
  readonly type?: 'button' | 'reset' | 'submit' | undefined;
  readonly overlay?: ReactNode;
  readonly preventDefault?: boolean | undefined;
  readonly busy?: boolean | undefined;
  readonly children?: ReactNode;
}

/** Whatever can be pressed: a button, or a link when it has an address; with its overlay and its tooltip. */
export function Pressable({ overlay, ...props }: PressableProps) {
  const tooltipId = useId();
  const overlays = useOverlays();
  const reactions = useReactions();
  const held = overlayIn(overlay);
  const press = (event: MouseEvent) => {
    if (props.preventDefault === true) event.preventDefault();
    if (held?.kind === 'dialog') overlays.open(held.id);
    void props.onClick?.(extensionEvent(event), reactions);
  };
  const describedBy = held?.kind === 'tooltip' ? { 'aria-describedby': tooltipId } : {};
  return (
    <span className="pressable">
      <Inner {...props} press={press} describedBy={describedBy} />
      {held?.kind === 'tooltip' ? (
        <span role="tooltip" id={tooltipId} className="tooltip">
          {overlay}
        </span>
      ) : (
        overlay
      )}
    </span>
  );
}

interface InnerProps extends PressableProps {
  readonly press: (event: MouseEvent) => void;
  readonly describedBy: { readonly 'aria-describedby'?: string };
}

function Inner({
  className,
  href,
  disabled = false,
  type = 'button',
  busy = false,
  children,
  press,
  describedBy,
}: InnerProps) {
  const { shownHere, reached, go } = useNavigation();
  if (href === undefined)
    return (
      <button className={className} type={type} disabled={disabled} aria-busy={busy} onClick={press} {...describedBy}>
        {children}
      </button>
    );
  const { url, external = /^https?:/.test(url) } = typeof href === 'string' ? { url: href } : href;
  const here = shownHere(url);
  if (here !== null)
    return (
      <a
        className={className}
        href={here}
        onClick={(event) => {
          press(event);
          followHere(event, here, go);
        }}
        {...describedBy}
      >
        {children}
      </a>
    );
  return (
    <a
      className={className}
      href={reached(url)}
      onClick={press}
      {...(external && { target: '_blank', rel: 'noreferrer' })}
      {...describedBy}
    >
      {children}
      {external && (
        <>
          <span aria-hidden="true"> ↗</span>
          <span className="visually-hidden"> (opens in a new tab)</span>
        </>
      )}
    </a>
  );
}
