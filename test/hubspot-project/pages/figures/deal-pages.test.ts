import type { ReportDealsPage } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import {
  FIRST_PAGE,
  pagesToNext,
  pagesToPrevious,
  shownPage,
} from '../../../../hubspot-project/src/app/pages/figures/deal-pages.ts';
import { dealsPage } from '../deals-builder.ts';

const turned = (answers: readonly Partial<ReportDealsPage>[]) =>
  answers.reduce((pages, answer) => pagesToNext(pages, dealsPage(answer)) ?? pages, FIRST_PAGE);

describe('the pages of a list of deals', () => {
  it('begin with the first, before which there is none', () => {
    expect(shownPage(FIRST_PAGE)).toEqual({ cursor: null, before: 0 });
    expect(pagesToPrevious(FIRST_PAGE)).toBeNull();
  });

  it('count the deals that were shown before', () => {
    const pages = turned([{ nextCursor: '12' }, { nextCursor: '34' }]);

    expect(shownPage(pages)).toEqual({ cursor: '34', before: 4 });
    expect(shownPage(pagesToPrevious(pages) ?? FIRST_PAGE)).toEqual({ cursor: '12', before: 2 });
  });

  it('end with the one that knows no next', () => {
    expect(pagesToNext(FIRST_PAGE, dealsPage({ nextCursor: null }))).toBeNull();
  });
});
