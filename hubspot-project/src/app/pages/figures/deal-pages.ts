import type { ReportDealsPage } from '@deal-stage-insights/shared';

/** A page of a long list: what asks for it, and how many deals come before it. */
export interface DealPage {
  readonly cursor: string | null;
  readonly before: number;
}

/** The way through a list so far, the page that is shown last. The API knows no page but the first and the next. */
export type DealPages = readonly [DealPage, ...DealPage[]];

export const FIRST_PAGE: DealPages = [{ cursor: null, before: 0 }];

export const shownPage = (pages: DealPages): DealPage => pages.at(-1) ?? pages[0];

/** Null: the page that is shown is the last. */
export function pagesToNext(pages: DealPages, { nextCursor, deals }: ReportDealsPage): DealPages | null {
  if (nextCursor === null) return null;
  return [...pages, { cursor: nextCursor, before: shownPage(pages).before + deals.length }];
}

/** Null: the page that is shown is the first. */
export function pagesToPrevious([first, ...more]: DealPages): DealPages | null {
  return more.length === 0 ? null : [first, ...more.slice(0, -1)];
}
