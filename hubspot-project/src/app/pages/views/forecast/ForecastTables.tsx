import type { ForecastReport, PeriodForecast, TopDeal } from '@deal-stage-insights/shared';
import { useFormats } from '@deal-stage-insights/ui';
import { Flex, Heading, Text } from '@hubspot/ui-extensions';
import { DealLink } from '../../components/DealLink.tsx';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { RangeCell } from '../../components/RangeCell.tsx';
import { isInsufficient } from '../../figures/forecast.ts';
import { useForecastMessages } from '../../messages/forecast.ts';
import { useFrameMessages } from '../../messages/frame.ts';

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
          <Text variant="microcopy">{messages.deals(closed.deals)}</Text>
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
            <Text variant="microcopy">{messages.periods.eightOfTen}</Text>
          </>
        ),
    },
  ];
  return (
    <Flex direction="column" gap="xs">
      <Heading>{messages.periods.title}</Heading>
      <FigureTable columns={columns} rows={report.periods} rowKey={({ key }) => key} />
    </Flex>
  );
}

function TargetCell({ period, currency }: { readonly period: PeriodForecast; readonly currency: string }) {
  const { periods } = useForecastMessages();
  const { money } = useFormats();
  const { target } = period;
  if (target === null) return <Text variant="microcopy">{periods.noTarget}</Text>;
  return (
    <>
      <Text>{money(target.amount, currency)}</Text>
      <Text variant="microcopy">
        {target.chance === null ? periods.reached(target.reachedShare) : periods.chance(target.chance)}
      </Text>
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
    {
      id: 'deal',
      title: table.deal,
      sortBy: ({ name, dealId }) => name ?? dealId,
      cell: ({ dealId, name }) => <DealLink dealId={dealId} name={name} />,
    },
    {
      id: 'amount',
      title: top.amount,
      align: 'right',
      sortBy: ({ amount }) => amount,
      cell: ({ amount }) => money(amount, report.currency),
    },
    {
      id: 'chance',
      title: top.chance,
      align: 'right',
      sortBy: ({ chance }) => chance,
      cell: ({ chance }) => percent(chance),
    },
    {
      id: 'share',
      title: top.share,
      align: 'right',
      sortBy: ({ share }) => share,
      cell: ({ share }) => percent(share),
    },
  ];
  return (
    <Flex direction="column" gap="xs">
      <Heading>{top.title}</Heading>
      <FigureTable columns={columns} rows={report.topDeals} rowKey={({ dealId }) => dealId} />
    </Flex>
  );
}
