import type { VelocityFactor, VelocityFigures, VelocityReport, VelocityTrend } from '@deal-stage-insights/shared';
import { type Formats, useFormats, Small } from '@deal-stage-insights/ui';
import { Tag } from '@hubspot/ui-extensions';
import { DealsBehind } from '../../components/DealsBehind.tsx';
import { EstimateCell } from '../../components/EstimateCell.tsx';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { estimateValue } from '../../figures/estimate-value.ts';
import { signedText } from '../../figures/signed.ts';
import { FACTORS, ratioOf } from '../../figures/velocity.ts';
import { useVelocityMessages } from '../../messages/velocity.ts';

/** How the value of each factor reads. */
const factorFormat = ({ decimal, percent, duration, money }: Formats, currency: string) => ({
  openDeals: decimal,
  winRate: percent,
  wonValue: (amount: number) => money(amount, currency),
  cycleDays: duration,
});

/** Whose deals are behind a factor, as the report of velocity names its cells. */
const CELLS = {
  openDeals: 'open-deals',
  winRate: 'win-rate',
  wonValue: 'won-value',
  cycleDays: 'cycle-days',
} as const satisfies Record<VelocityFactor, string>;

const TONES = { rising: 'info', falling: 'info', 'no-clear-trend': 'default', insufficient: 'default' } as const;

/** The four factors: now, before, what they did to the velocity, and where they are heading. */
export function FactorsTable({ report }: { readonly report: VelocityReport }) {
  const { now, before, change, trends, currency } = report;
  const messages = useVelocityMessages();
  const formats = useFormats();
  const format = factorFormat(formats, currency);
  const text = (factor: VelocityFactor, value: number | null) => (value === null ? '–' : format[factor](value));
  const columns: readonly FigureColumn<VelocityFactor>[] = [
    {
      id: 'factor',
      title: messages.trends.factor,
      copied: (factor) => messages.factors[factor],
      cell: (factor) => messages.factors[factor],
    },
    {
      id: 'now',
      title: messages.now,
      copied: (factor) => now[factor],
      align: 'right',
      cell: (factor) =>
        now[factor] === null ? (
          '–'
        ) : (
          <DealsBehind cell={CELLS[factor]} title={messages.factors[factor]}>
            {text(factor, now[factor])}
          </DealsBehind>
        ),
    },
    {
      id: 'before',
      title: messages.before,
      copied: (factor) => before[factor],
      align: 'right',
      cell: (factor) => text(factor, before[factor]),
    },
    {
      id: 'effect',
      title: messages.effect,
      copied: (factor) => (change === null ? null : ratioOf(change[factor])),
      align: 'right',
      cell: (factor) => (change === null ? '–' : formats.change(ratioOf(change[factor]))),
    },
    {
      id: 'trend',
      title: messages.trends.title,
      copied: (factor) => trends[factor].verdict,
      cell: (factor) => <TrendCell trend={trends[factor]} format={format[factor]} />,
    },
  ];
  return <FigureTable columns={columns} rows={FACTORS} rowKey={(factor) => factor} />;
}

interface TrendCellProps {
  readonly trend: VelocityTrend;
  readonly format: (value: number) => string;
}

function TrendCell({ trend, format }: TrendCellProps) {
  const { trends } = useVelocityMessages();
  const { perMonth, verdict } = trend;
  const hasDirection = verdict === 'rising' || verdict === 'falling';
  return (
    <>
      <Tag variant={TONES[trend.verdict]}>{trends.verdicts[trend.verdict]}</Tag>
      {perMonth !== null && hasDirection && (
        <Small>
          {trends.perMonth}: {signedText(perMonth, format)}
        </Small>
      )}
    </>
  );
}

interface MonthsTableProps {
  readonly months: readonly VelocityFigures[];
  readonly currency: string;
}

export function MonthsTable({ months, currency }: MonthsTableProps) {
  const messages = useVelocityMessages();
  const formats = useFormats();
  const format = factorFormat(formats, currency);
  const columns: readonly FigureColumn<VelocityFigures>[] = [
    {
      id: 'month',
      title: messages.months.month,
      sortBy: ({ fromDay }) => fromDay,
      cell: ({ fromDay }) => formats.month(fromDay),
    },
    {
      id: 'velocity',
      title: messages.months.velocity,
      sortBy: ({ velocity }) => estimateValue(velocity),
      cell: ({ velocity }) => <EstimateCell estimate={velocity} format={format.wonValue} />,
    },
    ...FACTORS.map(
      (factor): FigureColumn<VelocityFigures> => ({
        id: factor,
        title: messages.factors[factor],
        align: 'right',
        sortBy: (figures) => figures[factor],
        cell: (figures) => {
          const value = figures[factor];
          return value === null ? '–' : format[factor](value);
        },
      }),
    ),
    {
      id: 'closed',
      title: messages.months.deals,
      sortBy: ({ won, lost }) => won + lost,
      cell: ({ won, lost }) => messages.won(won, lost),
    },
  ];
  return <FigureTable columns={columns} rows={months} rowKey={({ fromDay }) => fromDay} rowsAPage={12} />;
}
