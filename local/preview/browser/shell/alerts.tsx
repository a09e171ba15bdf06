import { useState } from 'react';

export interface PageAlert {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly message: string;
}

/** Alerts of the action `addAlert`, newest last. */
export function useAlerts() {
  const [alerts, setAlerts] = useState<readonly PageAlert[]>([]);
  return {
    alerts,
    add: (input: unknown) =>
      setAlerts((before) => [
        ...before,
        {
          id: (before.at(-1)?.id ?? 0) + 1,
          type: textIn(input, 'type') || 'info',
          title: textIn(input, 'title'),
          message: textIn(input, 'message'),
        },
      ]),
    dismiss: (id: number) => setAlerts((before) => before.filter((alert) => alert.id !== id)),
  };
}

function textIn(input: unknown, name: string): string {
  const value: unknown = Reflect.get(Object(input), name);
  return typeof value === 'string' ? value : '';
}

export function Alerts({
  alerts,
  onDismiss,
}: {
  readonly alerts: readonly PageAlert[];
  readonly onDismiss: (id: number) => void;
}) {
  return (
    <section className="page-alerts" aria-label="Alerts" aria-live="polite">
      {alerts.map(({ id, type, title, message }) => (
        <div key={id} className={`alert alert-${type} page-alert`}>
          <div>
            {title !== '' && <div className="alert-title">{title}</div>}
            {message}
          </div>
          <button type="button" className="remove" aria-label="Dismiss" onClick={() => onDismiss(id)}>
            ×
          </button>
        </div>
      ))}
    </section>
  );
}
