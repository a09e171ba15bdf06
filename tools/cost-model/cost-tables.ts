import { ASSUMPTIONS } from './assumptions.ts';
import type { MeasuredUnits } from './measured-units.ts';
import { type BillOptions, monthlyBill, total } from './monthly-bill.ts';
import { type Account, monthlyUsage } from './monthly-usage.ts';
import { PRICES } from './prices.ts';

const REPS = [5, 50, 500];
const DEALS_A_YEAR = [2_000, 20_000, 200_000];
const TYPICAL: Account = { reps: 50, dealsAYear: 20_000 };

const WAYS: readonly BillOptions[] = [
  { withAllowances: true, withDashboard: true },
  { withAllowances: false, withDashboard: false },
  { withAllowances: false, withDashboard: true },
];

const usd = (value: number): string => (value < 0.005 ? '0.00' : value.toFixed(2));
const count = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 0 });
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The tables of docs/costs.md, between its markers. */
export function costTables(units: MeasuredUnits): string {
  const bill = (account: Account, options: BillOptions) => monthlyBill(monthlyUsage(account, units), options);
  const totals = (account: Account): string => WAYS.map((way) => usd(total(bill(account, way)))).join(' / ');
  const [allowed = [], lean = [], full = []] = WAYS.map((way) => bill(TYPICAL, way));
  return [
    `US dollars a month: with AWS's standing free allowances / without them / without them and with a fourth dashboard (${PRICES.region}, prices of ${PRICES.asOfDay}):`,
    '',
    row('reps', ...DEALS_A_YEAR.map((deals) => `${count(deals)} deals a year`)),
    row('---', ...DEALS_A_YEAR.map(() => '---')),
    ...REPS.map((reps) => row(String(reps), ...DEALS_A_YEAR.map((dealsAYear) => totals({ reps, dealsAYear })))),
    '',
    `The lines of ${TYPICAL.reps} reps and ${count(TYPICAL.dealsAYear)} deals a year:`,
    '',
    row('what', 'with allowances', 'without', 'without, with a fourth dashboard'),
    row('---', '---', '---', '---'),
    ...allowed.map(({ what, usd: dollars }, line) =>
      row(what, usd(dollars), usd(lean[line]?.usd ?? 0), usd(full[line]?.usd ?? 0)),
    ),
    '',
    'The first backfill, once:',
    '',
    row('deals', 'US dollars'),
    row('---', '---'),
    ...DEALS_A_YEAR.map((deals) => row(count(deals), usd(firstBackfill(deals * ASSUMPTIONS.yearsOfDealsKept, units)))),
  ].join('\n');
}

/** Records, every block and the reports once; the functions run for as long as HubSpot's rate makes them wait. */
function firstBackfill(deals: number, units: MeasuredUnits): number {
  const { dynamodb, lambda, sqs } = PRICES;
  const writes = deals * units.changeWrites + 256 * units.rollupWrites;
  const reads = deals * units.changeReads + units.nightReadsFixed + deals * units.nightReadsADeal;
  const seconds = deals / 900; // about 19 reads of 50 deals a second at most
  return (
    (writes * dynamodb.perMillionWrites + reads * dynamodb.perMillionReads + deals * sqs.perMillionRequests * 0.1) /
      1e6 +
    seconds * (0.5 + 1.769) * lambda.perGbSecondArm
  );
}
