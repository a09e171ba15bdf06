import type { ForecastReport, PeriodForecast, TopDeal } from '@deal-stage-insights/shared';
import { Small, useFormats } from '@deal-stage-insights/ui';
import { Text } from '@hubspot/ui-extensions';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { dealColumn } from '../../components/plain-columns.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { useForecastMessages } from '../../messages/forecast.ts';
import { useFrameMessages } from '../../messages/frame.ts';

interface ReportProps {
  readonly report: ForecastReport;
}

/** Three months and two quarters, each in its parts and beside its target. */
export function PeriodsTable({ report }: ReportProps) {
  const messages = useForecastMessages();
  const { periods } = messages;
  const { counted, filters } = useFrameMessages();
  const { month } = useFormats();
  const { currency } = report;
  const { amount, range } = useColumns<PeriodForecast>(currency);
  const columns: readonly FigureColumn<PeriodForecast>[] = [
    {
      title: filters.period,
      copied: ({ key }) => key,
      cell: (period) => (period.kind === 'month' ? month(period.fromDay) : messages.quarter(period.key)),
    },
    amount(
      ({ closed }) => closed.amount,
      messages.closed,
      ({ closed }) => counted.deals(closed.deals),
    ),
    ...(['open', 'newBusiness', 'total'] as const).map((part) => range(periods[part], (row) => row[part])),
    {
      title: periods.target,
      align: 'right',
      copied: ({ target }) => target?.amount ?? null,
      cell: (period) => <TargetCell period={period} currency={currency} />,
    },
    amount(
      ({ realisticTargets }) => realisticTargets?.eightOfTen ?? null,
      periods.realistic,
      ({ realisticTargets }) => realisticTargets && periods.eightOfTen,
    ),
  ];
  return <FigureTable title={periods.title} columns={columns} rows={report.periods} rowKey={({ key }) => key} />;
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
export function TopDealsTable({ report: { topDeals, currency } }: ReportProps) {
  const { top } = useForecastMessages();
  const { common } = useFrameMessages();
  const { percent } = useFormats();
  const { amount, number } = useColumns<TopDeal>(currency);
  if (topDeals.length === 0) return null;
  const columns: readonly FigureColumn<TopDeal>[] = [
    dealColumn(common.deal),
    amount((row) => row.amount),
    number(top.chance, (row) => row.chance, percent),
    number(top.share, (row) => row.share, percent),
  ];
  return <FigureTable title={top.title} columns={columns} rows={topDeals} rowKey={({ dealId }) => dealId} />;
}
