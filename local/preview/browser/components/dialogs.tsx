import type {
  ModalBodyProps,
  ModalFooterProps,
  ModalProps,
  PanelBodyProps,
  PanelFooterProps,
  PanelProps,
  PanelSectionProps,
} from '@hubspot/ui-extensions';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useOverlays } from './overlay.tsx';
import { classes, shortSize } from './sizes.ts';

export function Modal({ width = 'sm', variant = 'default', ...props }: ModalProps) {
  return <Dialog className={classes('modal', `modal-${shortSize(width)}`, `modal-${variant}`)} {...props} />;
}

export function Panel({ width = 'sm', variant: _variant, ...props }: PanelProps) {
  return <Dialog className={`panel panel-${shortSize(width)}`} {...props} />;
}

interface DialogProps {
  readonly id: string;
  readonly className: string;
  readonly title?: string;
  readonly 'aria-label'?: string;
  readonly onOpen?: () => void;
  readonly onClose?: () => void;
  readonly children?: ReactNode;
}

/** Drawn while its id is open. */
function Dialog(props: DialogProps) {
  const { openIds } = useOverlays();
  return openIds.has(props.id) ? createPortal(<OpenDialog {...props} />, document.body) : null;
}

/** The browser's own dialog: it keeps the focus inside, and gives it back when it is closed before it is removed. */
function OpenDialog({ id, className, title, onOpen, onClose, children, ...rest }: DialogProps) {
  const { close } = useOverlays();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    onOpen?.();
    return () => {
      element?.close();
      onClose?.();
    };
    // Opening and closing are what is told, not changes of the callbacks.
  }, []);
  const name = title === undefined ? { 'aria-label': rest['aria-label'] ?? id } : { 'aria-labelledby': titleId };
  return (
    <dialog ref={dialog} className={classes('dialog', className)} onClose={() => close(id)} {...name}>
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="remove" aria-label="Close" onClick={() => close(id)}>
          ×
        </button>
      </div>
      {children}
    </dialog>
  );
}

export const ModalBody = ({ children }: ModalBodyProps) => <div className="dialog-body">{children}</div>;
export const ModalFooter = ({ children }: ModalFooterProps) => <div className="dialog-foot">{children}</div>;
export const PanelBody = ({ children }: PanelBodyProps) => <div className="dialog-body">{children}</div>;
export const PanelFooter = ({ children }: PanelFooterProps) => <div className="dialog-foot">{children}</div>;
export const PanelSection = ({ flush = false, children }: PanelSectionProps) => (
  <div className={classes('panel-section', flush && 'panel-section-flush')}>{children}</div>
);
