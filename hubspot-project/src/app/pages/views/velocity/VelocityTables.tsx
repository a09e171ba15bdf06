import type { VelocityFactor, VelocityFigures, VelocityReport, VelocityTrend } from '@deal-stage-insights/shared';
import { type Formats, Small, useFormats } from '@deal-stage-insights/ui';
import { Tag } from '@hubspot/ui-extensions';
import { DealsBehind } from '../../components/DealsBehind.tsx';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { signedText } from '../../figures/signed.ts';
import { FACTORS, ratioOf } from '../../figures/velocity.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { useVelocityMessages } from '../../messages/velocity.ts';
import { useFactorNames } from './use-factor-names.ts';

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
  const { common } = useFrameMessages();
  const names = useFactorNames();
  const formats = useFormats();
  const format = factorFormat(formats, currency);
  const { label } = useColumns<VelocityFactor>();
  const text = (factor: VelocityFactor, value: number | null) => (value === null ? '–' : format[factor](value));
  const columns: readonly FigureColumn<VelocityFactor>[] = [
    label(messages.factor, (factor) => names[factor]),
    {
      title: common.thisPeriod,
      copied: (factor) => now[factor],
      align: 'right',
      cell: (factor) =>
        now[factor] === null ? (
          '–'
        ) : (
          <DealsBehind cell={CELLS[factor]} title={names[factor]}>
            {text(factor, now[factor])}
          </DealsBehind>
        ),
    },
    {
      title: messages.before,
      copied: (factor) => before[factor],
      align: 'right',
      cell: (factor) => text(factor, before[factor]),
    },
    {
      title: messages.effect,
      copied: (factor) => (change === null ? null : ratioOf(change[factor])),
      align: 'right',
      cell: (factor) => (change === null ? '–' : formats.change(ratioOf(change[factor]))),
    },
    {
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
      <Tag variant={TONES[verdict]}>{trends.verdicts[verdict]}</Tag>
      {perMonth !== null && hasDirection && <Small>{trends.perMonth(signedText(perMonth, format))}</Small>}
    </>
  );
}

interface MonthsTableProps {
  readonly months: readonly VelocityFigures[];
  readonly currency: string;
}

export function MonthsTable({ months, currency }: MonthsTableProps) {
  const messages = useVelocityMessages();
  const names = useFactorNames();
  const formats = useFormats();
  const format = factorFormat(formats, currency);
  const { text, number, estimate } = useColumns<VelocityFigures>();
  const columns: readonly FigureColumn<VelocityFigures>[] = [
    text(
      messages.months.month,
      (row) => formats.month(row.fromDay),
      (row) => row.fromDay,
    ),
    estimate(messages.velocity, (row) => row.velocity, format.wonValue),
    ...FACTORS.map((factor) => number(names[factor], (row) => row[factor], format[factor])),
    text(
      messages.months.deals,
      (row) => messages.won(row.won, row.lost),
      (row) => row.won + row.lost,
    ),
  ];
  return <FigureTable columns={columns} rows={months} rowKey={({ fromDay }) => fromDay} rowsAPage={12} />;
}
