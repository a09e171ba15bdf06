import type { StalledDeal } from '@deal-stage-insights/shared';
import { useBilingual, useFormats, Small } from '@deal-stage-insights/ui';
import { Text } from '@hubspot/ui-extensions';
import { DealLink } from '../../components/DealLink.tsx';
import { type FigureColumn, FigureTable, type FigureTableProps } from '../../components/FigureTable.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { useFrameMessages } from '../../messages/frame.ts';
import { useStalledMessages } from '../../messages/stalled.ts';
import { Strong } from '../../components/Strong.tsx';

interface StalledDealsTableProps<Row> extends Pick<FigureTableProps<Row>, 'title' | 'inAll'> {
  readonly rows: readonly Row[];
  readonly currency: string;
  /** What else a list tells, before why. */
  readonly more?: readonly FigureColumn<Row>[];
}

/** The deals to look at, the most at stake first. */
export function StalledDealsTable<Row extends StalledDeal>({
  currency,
  more = [],
  ...table
}: StalledDealsTableProps<Row>) {
  const messages = useStalledMessages();
  const say = useBilingual();
  const { percent, money, duration } = useFormats();
  const { common } = useFrameMessages();
  const { amount, estimate } = useColumns<Row>(currency);
  const columns: readonly FigureColumn<Row>[] = [
    {
      title: common.deal,
      sortBy: ({ dealId, name }) => name ?? dealId,
      cell: ({ dealId, name, stage }) => (
        <>
          <DealLink dealId={dealId} name={name} />
          <Small>{stage.label}</Small>
        </>
      ),
    },
    {
      title: messages.age,
      sortBy: ({ ageDays }) => ageDays,
      cell: ({ ageDays, isAtLeast }) => (isAtLeast ? messages.atLeast(duration(ageDays)) : duration(ageDays)),
    },
    amount(
      (row) => row.valueAtStake,
      messages.atStake,
      (row) => (row.amount === null ? null : messages.of(money(row.amount, currency))),
    ),
    estimate(messages.chance, (row) => row.winEver, percent),
    ...more,
    {
      title: messages.why,
      isText: true,
      copied: ({ reason, nextStep }) => `${say(reason)} ${say(nextStep)}`,
      cell: (row) => <WhyCell row={row} />,
    },
  ];
  return <FigureTable {...table} columns={columns} rowKey={({ dealId }) => dealId} />;
}

function WhyCell({ row }: { readonly row: StalledDeal }) {
  const messages = useStalledMessages();
  const say = useBilingual();
  const { day } = useFormats();
  const { reason, nextStep, lastContactedAt, nextActivityAt, closeAt } = row;
  const dates = [
    ...(lastContactedAt === null ? [] : [messages.contact(day(lastContactedAt))]),
    ...(nextActivityAt === null ? [] : [messages.activity(day(nextActivityAt))]),
    ...(closeAt === null ? [] : [messages.close(day(closeAt))]),
  ];
  return (
    <>
      <Text>{say(reason)}</Text>
      <Strong>{say(nextStep)}</Strong>
      {dates.length > 0 && <Small>{dates.join(' · ')}</Small>}
    </>
  );
}
