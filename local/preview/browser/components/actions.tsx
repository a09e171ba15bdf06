import type {
  ButtonProps,
  ButtonRowProps,
  DropdownButtonItemProps,
  DropdownProps,
  LoadingButtonProps,
} from '@hubspot/ui-extensions';
import { type KeyboardEvent, useRef, useState } from 'react';
import { iconSign } from './icon-signs.ts';
import { Pressable } from './pressable.tsx';
import { classes, shortSize } from './sizes.ts';

const buttonClass = (variant: string, size: string, truncate = false): string =>
  classes('button', `button-${variant}`, `button-${shortSize(size)}`, truncate && 'truncated');

export function Button({ variant = 'secondary', size = 'md', truncate = false, children, ...props }: ButtonProps) {
  return (
    <Pressable className={buttonClass(variant, size, truncate)} {...props}>
      {children}
    </Pressable>
  );
}

export function LoadingButton({
  variant = 'secondary',
  size = 'md',
  loading = false,
  resultIconName,
  disabled = false,
  children,
  ...props
}: LoadingButtonProps) {
  return (
    <Pressable className={buttonClass(variant, size)} disabled={disabled || loading} busy={loading} {...props}>
      {loading && <span aria-hidden="true" className="spinner-ring spinner-ring-xs" />}
      {children}
      {!loading && resultIconName !== undefined && <span aria-hidden="true"> {iconSign(resultIconName)}</span>}
    </Pressable>
  );
}

export function ButtonRow({ children }: ButtonRowProps) {
  return <div className="button-row">{children}</div>;
}

export function Dropdown({
  buttonText = 'More',
  variant = 'secondary',
  buttonSize = 'md',
  disabled = false,
  options = [],
  children,
}: DropdownProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className="dropdown" onKeyDown={close}>
      <button
        ref={button}
        type="button"
        className={buttonClass(variant, buttonSize)}
        aria-expanded={isOpen}
        disabled={disabled}
        onClick={() => setOpen(!isOpen)}
      >
        {buttonText} <span aria-hidden="true">▾</span>
      </button>
      {isOpen && (
        <div className="dropdown-items" onClick={() => setOpen(false)}>
          {options.map(({ label, onClick }) => (
            <button key={label} type="button" className="dropdown-item" onClick={() => onClick?.()}>
              {label}
            </button>
          ))}
          {children}
        </div>
      )}
    </div>
  );
}

export function DropdownButtonItem({ onClick, overlay, children }: DropdownButtonItemProps) {
  return (
    <Pressable className="dropdown-item" onClick={onClick} overlay={overlay}>
      {children}
    </Pressable>
  );
}
