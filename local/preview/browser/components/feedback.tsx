import type {
  AlertProps,
  EmptyStateProps,
  ErrorStateProps,
  LoadingSpinnerProps,
  StatusTagProps,
  TagProps,
} from '@hubspot/ui-extensions';
import { useHeadingLevel } from './page-frame.ts';
import { Pressable } from './pressable.tsx';
import { classes, shortSize } from './sizes.ts';

export function StatusTag({
  variant = 'default',
  hollow = false,
  onClick,
  showRemoveIcon = false,
  onRemoveClick,
  children,
}: StatusTagProps) {
  return (
    <span className={classes('status-tag', `status-${variant}`)}>
      <span aria-hidden="true" className={classes('status-dot', hollow && 'status-dot-hollow')} />
      {onClick === undefined ? (
        children
      ) : (
        <button type="button" className="link" onClick={() => onClick()}>
          {children}
        </button>
      )}
      {showRemoveIcon && (
        <button type="button" className="remove" aria-label="Remove" onClick={() => onRemoveClick?.()}>
          ×
        </button>
      )}
    </span>
  );
}

export function Tag({ variant = 'default', onClick, overlay, children }: TagProps) {
  const className = `tag tag-${variant}`;
  if (onClick === undefined && overlay === undefined) return <span className={className}>{children}</span>;
  return (
    <Pressable className={className} onClick={onClick} overlay={overlay}>
      {children}
    </Pressable>
  );
}

/** Not a live region: it belongs to the card's text. Alerts of the action `addAlert` are announced by the page. */
export function Alert({ title, variant = 'info', children }: AlertProps) {
  return (
    <div className={`alert alert-${variant}`}>
      <div className="alert-title">{title}</div>
      {children !== undefined && <div>{children}</div>}
    </div>
  );
}

export function LoadingSpinner({ label, showLabel = false, size = 'sm', layout = 'inline' }: LoadingSpinnerProps) {
  return (
    <div className={`spinner spinner-${layout}`} role="status">
      <span aria-hidden="true" className={`spinner-ring spinner-ring-${shortSize(size)}`} />
      <span className={classes(!showLabel && 'visually-hidden')}>{label}</span>
    </div>
  );
}

export function EmptyState({
  title,
  layout = 'horizontal',
  imageWidth = 120,
  flush = false,
  reverseOrder = false,
  children,
}: EmptyStateProps) {
  const Level = useHeadingLevel();
  return (
    <div className={classes('state', `state-${layout}`, flush && 'state-flush', reverseOrder && 'state-reversed')}>
      <div aria-hidden="true" className="illustration" style={{ width: imageWidth, height: imageWidth * 0.7 }} />
      <div className="state-text">
        {title !== undefined && <Level className="heading">{title}</Level>}
        {children}
      </div>
    </div>
  );
}

export function ErrorState({ title, type = 'error', children }: ErrorStateProps) {
  const Level = useHeadingLevel();
  return (
    <div className="state state-vertical" role="alert">
      <div aria-hidden="true" className={`illustration illustration-${type}`} />
      <div className="state-text">
        {title !== undefined && <Level className="heading">{title}</Level>}
        {children}
      </div>
    </div>
  );
}
