import { RECORD_FIGURES, type ReportFilters, type ReportQuestion, valueAt } from '@deal-stage-insights/shared';
import type { ServedReport } from '../rollup/served-reports.ts';
import { mayReadDeal } from './access.ts';
import type { Viewer } from './viewer.ts';

/** The reports that list deals with what is thought of them: as a card does, and so as open as cards are. */
const LISTS_DEALS: ReadonlySet<ServedReport> = new Set(['stalled', 'focus', 'hygiene', 'changes', 'forecast']);

/** Whether a report may name deals whose insights are not open to the viewer. */
export const mayNameHidden = (report: ServedReport, viewer: Viewer): boolean =>
  LISTS_DEALS.has(report) && hasHiddenDeals(viewer);

/** Whether the list behind a figure may: that a deal is in it then says what is thought of it. */
export const mayListHidden = (report: ServedReport, cell: string, viewer: Viewer): boolean =>
  mayNameHidden(report, viewer) || (hasHiddenDeals(viewer) && report === 'overview' && RECORD_CELLS.has(cell));

/**
 * Whose deals a report with these filters may tell of. Of the whole pipeline, or of a team, figures name no deal; type, source,
 * amount and segment could cut them down to a single one, and so to what is thought of it. Undefined: everybody's.
 */
export function readerOf(
  viewer: Viewer,
  report: ServedReport,
  { dealType, source, amountBand, segment }: ReportFilters,
): ((ownerId: string) => boolean) | undefined {
  const isCutDown = [dealType, source, amountBand, segment].some((filter) => filter !== null);
  const isOfDeals = report === 'overview' || LISTS_DEALS.has(report);
  return isCutDown && isOfDeals && hasHiddenDeals(viewer) ? (ownerId) => mayReadDeal(viewer, ownerId) : undefined;
}

const RECORD_CELLS: ReadonlySet<string> = new Set(RECORD_FIGURES);

/** Whether the settings keep the insights of some deals from the viewer. */
export const hasHiddenDeals = ({ sees, visibility }: Viewer): boolean =>
  sees !== 'all' && visibility.dealInsights !== 'everyone';

/**
 * A report without the rows of deals whose insights the settings keep from the viewer. Its figures, and how many rows there are
 * in all, stay those of every deal: they name none, and `readerOf` sees to it that they are of no few.
 */
export function withSeenDeals(report: object, question: ReportQuestion, viewer: Viewer): object {
  const places = new Map(question.table.dealIds.map((dealId, deal) => [dealId, deal]));
  const isSeenDeal = seenDeals(question, viewer);
  const isSeen = (row: unknown): boolean => {
    const deal = isOfDeal(row) ? places.get(row.dealId) : undefined;
    return deal === undefined || isSeenDeal(deal);
  };
  return Object.fromEntries(
    Object.entries(report).map(([name, value]) => [name, Array.isArray(value) ? value.filter(isSeen) : value]),
  );
}

/** Which deals of the question, by their place, have insights that are open to the viewer. */
export function seenDeals(question: ReportQuestion, viewer: Viewer): (deal: number) => boolean {
  return (deal) => mayReadDeal(viewer, ownerNow(question, deal));
}

/** Whose a deal is at the report's instant; empty: nobody's. */
export function ownerNow({ table, stamp }: ReportQuestion, deal: number): string {
  return table.ownerIds[valueAt(table.owners, deal, stamp.asOf)] ?? '';
}

function isOfDeal(row: unknown): row is { readonly dealId: string } {
  return typeof row === 'object' && row !== null && 'dealId' in row && typeof row.dealId === 'string';
}
