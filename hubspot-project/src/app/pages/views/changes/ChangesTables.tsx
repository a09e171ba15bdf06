import type { ChangedDeal, ChangesReport, ChangeStep } from '@deal-stage-insights/shared';
import { useFormats } from '@deal-stage-insights/ui';
import { Flex, Tag } from '@hubspot/ui-extensions';
import { type FigureColumn, FigureTable, type FigureTableProps } from '../../components/FigureTable.tsx';
import { dealColumn } from '../../components/plain-columns.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { signedText } from '../../figures/signed.ts';
import { useChangesMessages } from '../../messages/changes.ts';
import { useFrameMessages } from '../../messages/frame.ts';

/** Every step that a deal took with its deals, and what it did to each of the three sums. */
export function StepsTable({ report: { steps, currency } }: { readonly report: ChangesReport }) {
  const messages = useChangesMessages();
  const { count, money } = useFormats();
  const { measures } = messages;
  const nameOf = ({ kind }: ChangeStep) => messages.kinds[kind];
  const inMoney = (amount: number) => signedText(amount, (size) => money(size, currency));
  const { label, deals, number } = useColumns<ChangeStep>();
  const columns = [
    label(messages.step, nameOf),
    deals(
      messages.affected,
      (row) => row.affected,
      (row) => ({ cell: row.cell, title: nameOf(row) }),
    ),
    number(
      measures.deals,
      (row) => row.deals,
      (size) => signedText(size, count),
    ),
    number(measures.amount, (row) => row.amount, inMoney),
    number(measures.expected, (row) => row.expected, inMoney),
  ];
  return (
    <FigureTable
      title={messages.steps}
      columns={columns}
      rows={steps.filter(({ affected }) => affected > 0)}
      rowKey={({ kind }) => kind}
      rowsAPage={15}
    />
  );
}

interface ChangedDealsTableProps extends Pick<FigureTableProps<ChangedDeal>, 'title' | 'inAll' | 'rows'> {
  readonly currency: string;
}

/** The deals that changed the pipeline most. */
export function ChangedDealsTable({ currency, ...table }: ChangedDealsTableProps) {
  const messages = useChangesMessages();
  const { common } = useFrameMessages();
  const { money, day } = useFormats();
  const inMoney = (amount: number | null) => (amount === null ? '–' : money(amount, currency));
  const dayOf = (at: number | null) => (at === null ? '–' : day(at));
  const { text, number } = useColumns<ChangedDeal>();
  const columns: readonly FigureColumn<ChangedDeal>[] = [
    dealColumn(common.deal),
    {
      title: messages.step,
      copied: ({ kinds }) => kinds.map((kind) => messages.kinds[kind]).join(', '),
      cell: ({ kinds }) => (
        <Flex gap="xs" wrap={true}>
          {kinds.map((kind) => (
            <Tag key={kind}>{messages.kinds[kind]}</Tag>
          ))}
        </Flex>
      ),
    },
    text(common.stage, (row) => messages.fromTo(row.fromStage?.label ?? '–', row.toStage?.label ?? '–')),
    text(
      common.amount,
      (row) => messages.fromTo(inMoney(row.amountThen), inMoney(row.amountNow)),
      (row) => row.amountNow ?? row.amountThen,
    ),
    text(
      messages.close,
      (row) => messages.fromTo(dayOf(row.closeThenAt), dayOf(row.closeNowAt)),
      (row) => row.closeNowAt ?? row.closeThenAt,
    ),
    number(
      messages.expected,
      (row) => row.expectedChange,
      (amount) => signedText(amount, inMoney),
    ),
  ];
  return <FigureTable {...table} columns={columns} rowKey={({ dealId }) => dealId} />;
}
