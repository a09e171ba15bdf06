import { createContext, useContext } from 'react';

/** The places in the head of an app page that its components fill. Null outside app pages, and before the head is drawn. */
export interface PageHead {
  readonly breadcrumbs: HTMLElement | null;
  readonly title: HTMLElement | null;
  readonly actions: HTMLElement | null;
}

export const PageHeadContext = createContext<PageHead | null>(null);

export const usePageHead = (): PageHead | null => useContext(PageHeadContext);

/** Headings stand under the title that the place gives: level 2 in a card, level 1 on an app page. */
export const HeadingLevelContext = createContext<'h2' | 'h3'>('h3');

export const useHeadingLevel = () => useContext(HeadingLevelContext);
