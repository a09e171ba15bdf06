import type { FormProps } from '@hubspot/ui-extensions';
import type { FormEvent } from 'react';
import { extensionEvent } from '../events.ts';
import { useReactions } from '../overlay.tsx';

/** The card hears of a submit with the values of all named fields; the page itself is never left. */
export function Form({ onSubmit, autoComplete = 'off', children }: FormProps) {
  const reactions = useReactions();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entries = [...new FormData(event.currentTarget).entries()];
    const targetValue = Object.fromEntries(
      entries.map(([name, value]) => [name, typeof value === 'string' ? value : value.name]),
    );
    void onSubmit?.(Object.assign(extensionEvent(event), { targetValue }), reactions);
  };
  return (
    <form className="form" autoComplete={autoComplete} onSubmit={submit} noValidate>
      {children}
    </form>
  );
}
