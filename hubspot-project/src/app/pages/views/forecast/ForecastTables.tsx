import type { ForecastReport, PeriodForecast, TopDeal } from '@deal-stage-insights/shared';
import { useFormats, Section, Small } from '@deal-stage-insights/ui';
import { Text } from '@hubspot/ui-extensions';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { RangeCell } from '../../components/RangeCell.tsx';
import { isInsufficient } from '../../figures/forecast.ts';
import { useForecastMessages } from '../../messages/forecast.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { dealColumn, numberColumn } from '../../components/columns.tsx';

interface ReportProps {
  readonly report: ForecastReport;
}

/** Three months and two quarters, each in its parts and beside its target. */
export function PeriodsTable({ report }: ReportProps) {
  const messages = useForecastMessages();
  const { money, month } = useFormats();
  const { currency } = report;
  const middle = (range: PeriodForecast['total']) => (isInsufficient(range) ? null : range.p50);
  const columns: readonly FigureColumn<PeriodForecast>[] = [
    {
      id: 'period',
      title: messages.periods.period,
      copied: ({ key }) => key,
      cell: (period) => (period.kind === 'month' ? month(period.fromDay) : messages.quarter(period.key)),
    },
    {
      id: 'closed',
      title: messages.closed,
      copied: ({ closed }) => closed.amount,
      cell: ({ closed }) => (
        <>
          <Text>{money(closed.amount, currency)}</Text>
          <Small>{messages.deals(closed.deals)}</Small>
        </>
      ),
    },
    ...(['open', 'newBusiness', 'total'] as const).map(
      (part): FigureColumn<PeriodForecast> => ({
        id: part,
        title: messages.periods[part],
        copied: (period) => middle(period[part]),
        cell: (period) => <RangeCell range={period[part]} currency={currency} />,
      }),
    ),
    {
      id: 'target',
      title: messages.periods.target,
      copied: ({ target }) => target?.amount ?? null,
      cell: (period) => <TargetCell period={period} currency={currency} />,
    },
    {
      id: 'realistic',
      title: messages.periods.realistic,
      copied: ({ realisticTargets }) => realisticTargets?.eightOfTen ?? null,
      cell: ({ realisticTargets }) =>
        realisticTargets === null ? (
          '–'
        ) : (
          <>
            <Text>{money(realisticTargets.eightOfTen, currency)}</Text>
            <Small>{messages.periods.eightOfTen}</Small>
          </>
        ),
    },
  ];
  return (
    <Section title={messages.periods.title}>
      <FigureTable columns={columns} rows={report.periods} rowKey={({ key }) => key} />
    </Section>
  );
}

function TargetCell({ period, currency }: { readonly period: PeriodForecast; readonly currency: string }) {
  const { periods } = useForecastMessages();
  const { money } = useFormats();
  const { target } = period;
  if (target === null) return <Small>{periods.noTarget}</Small>;
  return (
    <>
      <Text>{money(target.amount, currency)}</Text>
      <Small>{target.chance === null ? periods.reached(target.reachedShare) : periods.chance(target.chance)}</Small>
    </>
  );
}

/** The deals whose fate moves the forecast most, with links to their records. */
export function TopDealsTable({ report }: ReportProps) {
  const { top } = useForecastMessages();
  const { table } = useFrameMessages();
  const { money, percent } = useFormats();
  if (report.topDeals.length === 0) return null;
  const columns: readonly FigureColumn<TopDeal>[] = [
    dealColumn(table.deal),
    numberColumn({
      id: 'amount',
      title: top.amount,
      of: ({ amount }) => amount,
      format: (amount) => money(amount, report.currency),
    }),
    numberColumn({ id: 'chance', title: top.chance, of: ({ chance }) => chance, format: percent }),
    numberColumn({ id: 'share', title: top.share, of: ({ share }) => share, format: percent }),
  ];
  return (
    <Section title={top.title}>
      <FigureTable columns={columns} rows={report.topDeals} rowKey={({ dealId }) => dealId} />
    </Section>
  );
}
