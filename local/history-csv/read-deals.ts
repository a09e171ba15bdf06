import { amountOf, instantOf, nameOf } from './cells.ts';
import { csvRows, type CsvRow } from './csv-rows.ts';
import type { LoggedDeal } from './logged-deal.ts';

const REQUIRED = ['deal_id', 'created_at'];
/** Known at the end only: kept apart, for scoring. */
const RESULTS = ['outcome', 'closed_at', 'closed_amount', 'last_stage', 'lost_reason'];

/** Reads deals: `deal_id,created_at[,amount,owner,…]`, plain or gzip. Further columns become `extra`. Throws a CsvError. */
export async function readDeals(file: string): Promise<ReadonlyMap<string, LoggedDeal>> {
  const deals = new Map<string, LoggedDeal>();
  for await (const row of csvRows(file, REQUIRED)) {
    const deal = dealOf(row);
    if (deals.has(deal.dealId)) row.refuse('deal_id', `"${deal.dealId}" stands twice`);
    deals.set(deal.dealId, deal);
  }
  return deals;
}

function dealOf(row: CsvRow): LoggedDeal {
  const known = new Set([...REQUIRED, ...RESULTS, 'amount', 'owner']);
  return {
    dealId: nameOf(row, 'deal_id'),
    createdAt: instantOf(row, 'created_at'),
    amount: amountOf(row, 'amount'),
    owner: row.text('owner'),
    extra: Object.fromEntries(
      row.columns.filter((column) => !known.has(column)).map((column) => [column, row.text(column)]),
    ),
    results: {
      outcome: row.text('outcome'),
      closedAt: row.text('closed_at') === '' ? null : instantOf(row, 'closed_at'),
      closedAmount: amountOf(row, 'closed_amount'),
    },
  };
}
