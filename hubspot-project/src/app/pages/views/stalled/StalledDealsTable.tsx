import type { StalledDeal } from '@deal-stage-insights/shared';
import { useBilingual, useFormats, Small } from '@deal-stage-insights/ui';
import { Text } from '@hubspot/ui-extensions';
import { estimateColumn } from '../../components/columns.tsx';
import { DealLink } from '../../components/DealLink.tsx';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { useStalledMessages } from '../../messages/stalled.ts';
import { Strong } from '../../components/Strong.tsx';

interface StalledDealsTableProps {
  readonly rows: readonly StalledDeal[];
  readonly currency: string;
}

/** The deals to look at, the most at stake first. */
export function StalledDealsTable({ rows, currency }: StalledDealsTableProps) {
  const messages = useStalledMessages();
  const say = useBilingual();
  const { percent, money, duration } = useFormats();
  const inMoney = (amount: number | null) => (amount === null ? '–' : money(amount, currency));
  const columns: readonly FigureColumn<StalledDeal>[] = [
    {
      id: 'deal',
      title: messages.deal,
      sortBy: ({ dealId, name }) => name ?? dealId,
      cell: ({ dealId, name, stage }) => (
        <>
          <DealLink dealId={dealId} name={name} />
          <Small>{stage.label}</Small>
        </>
      ),
    },
    {
      id: 'age',
      title: messages.age,
      sortBy: ({ ageDays }) => ageDays,
      cell: ({ ageDays, isAtLeast }) => (isAtLeast ? messages.atLeast(duration(ageDays)) : duration(ageDays)),
    },
    {
      id: 'stake',
      title: messages.atStake,
      align: 'right',
      sortBy: ({ valueAtStake }) => valueAtStake,
      cell: ({ valueAtStake, amount }) => (
        <>
          <Text>{inMoney(valueAtStake)}</Text>
          <Small>{messages.of(inMoney(amount))}</Small>
        </>
      ),
    },
    estimateColumn({ id: 'chance', title: messages.chance, of: ({ winEver }) => winEver, format: percent }),
    {
      id: 'why',
      title: messages.why,
      copied: ({ reason, nextStep }) => `${say(reason)} ${say(nextStep)}`,
      cell: (row) => <WhyCell row={row} />,
    },
  ];
  return <FigureTable columns={columns} rows={rows} rowKey={({ dealId }) => dealId} />;
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
