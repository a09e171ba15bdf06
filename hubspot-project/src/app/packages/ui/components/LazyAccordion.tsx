import { Accordion, type AccordionProps } from '@hubspot/ui-extensions';
import { type ReactNode, useState } from 'react';
import { askApi } from '../api/ask-api.ts';
import { useLoad } from '../load/use-load.ts';
import { LoadView } from './LoadView.tsx';

interface LazyAccordionProps<T> {
  readonly title: string;
  readonly size?: NonNullable<AccordionProps['size']>;
  readonly apiBaseUrl: unknown;
  readonly path: string;
  readonly parse: (input: unknown) => T;
  readonly children: (data: T) => ReactNode;
}

/** What few readers want to know: it is asked for when somebody opens it. */
export function LazyAccordion<T>({ title, size = 'md', apiBaseUrl, path, parse, children }: LazyAccordionProps<T>) {
  const [isOpen, setOpen] = useState(false);
  const { load, askAgain } = useLoad(isOpen ? path : null, () => askApi(apiBaseUrl, { path, parse }));
  return (
    <Accordion title={title} size={size} open={isOpen} onClick={() => setOpen(!isOpen)}>
      {isOpen && (
        <LoadView load={load} onAskAgain={askAgain}>
          {children}
        </LoadView>
      )}
    </Accordion>
  );
}
