import {
  ARRIVAL_CODES,
  pipelineIndex,
  type ReportDeal,
  type ReportDealsPage,
  type ReportQuestion,
  stageView,
} from '@deal-stage-insights/shared';
import { AppError } from '../errors.ts';
import type { ListedReport } from './listed-reports.ts';
import { DEALS_BEHIND, parseCell } from './report-cells.ts';

const PAGE = 50;
const LATE = ARRIVAL_CODES.indexOf('late');

interface DealsQuestion {
  readonly report: ListedReport;
  readonly cell: string;
  /** The last deal of the page before. */
  readonly cursor?: string | undefined;
  /** Which deals, by their place, may be listed; left out: all. They are counted all the same, as the figure does. */
  readonly isListed?: ((deal: number) => boolean) | undefined;
}

/** A page of the deals behind a figure, the largest amount first, those without one last, in order of their ids. */
export function reportDeals(question: ReportQuestion, asked: DealsQuestion): ReportDealsPage {
  const { report, cell, cursor, isListed = () => true } = asked;
  const { table, pipeline, account, amounts, filters, stamp } = question;
  const found = DEALS_BEHIND[report]?.(question, parseCell(cell)) ?? null;
  if (found === null) throw invalid('cell', 'The report has no figure of this name with deals behind it.');
  const amountOf = (deal: number): number => {
    const amount = amounts.values[deal] ?? Number.NaN;
    return Number.isNaN(amount) ? Number.NEGATIVE_INFINITY : amount;
  };
  const idOf = (deal: number): string => table.dealIds[deal] ?? '';
  const ordered = found.filter(isListed).toSorted((a, b) => {
    const [first, second] = [amountOf(a), amountOf(b)];
    return first === second ? (idOf(a) < idOf(b) ? -1 : 1) : second - first;
  });
  const last = cursor === undefined ? -1 : ordered.findIndex((deal) => idOf(deal) === cursor);
  if (cursor !== undefined && last < 0) throw invalid('cursor', 'This page is gone: begin with the first one.');
  const page = ordered.slice(last + 1, last + 1 + PAGE);
  const isLast = last + 1 + PAGE >= ordered.length;
  return {
    ...stamp,
    pipelineId: pipeline.pipelineId,
    report,
    cell,
    currency: account.currency,
    filters,
    dealsInAll: found.length,
    deals: dealViews(question, page),
    nextCursor: isLast ? null : idOf(page.at(-1) ?? -1),
  };
}

/** In one pass over the visits: where each deal was at the report's instant. */
function dealViews({ table, pipeline, amounts, stamp }: ReportQuestion, deals: readonly number[]): ReportDeal[] {
  const wanted = new Set(deals);
  const rows = new Map<number, number>();
  for (let row = 0; row < table.length; row += 1) {
    const deal = table.deal[row] ?? 0;
    if (wanted.has(deal) && (table.enteredAt[row] ?? Number.NaN) <= stamp.asOf) rows.set(deal, row);
  }
  const [index, names] = [pipelineIndex([pipeline]), table.facts.get('dealname')];
  return deals.map((deal) => {
    const row = rows.get(deal) ?? -1;
    const amount = amounts.values[deal] ?? Number.NaN;
    return {
      dealId: table.dealIds[deal] ?? '',
      name: names?.[deal] ?? null,
      stage: stageView(index, table.stageIds[table.stage[row] ?? -1] ?? ''),
      enteredAt: table.enteredAt[row] ?? 0,
      isAtLeast: table.arrival[row] === LATE,
      amount: Number.isNaN(amount) ? null : amount,
    };
  });
}

function invalid(name: string, message: string): AppError {
  return new AppError('invalid-request', message, { errors: [{ location: `query.${name}`, message }] });
}
