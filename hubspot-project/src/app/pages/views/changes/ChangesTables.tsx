import type { ChangedDeal, ChangesReport, ChangeStep } from '@deal-stage-insights/shared';
import { Section, useFormats } from '@deal-stage-insights/ui';
import { Flex, Tag } from '@hubspot/ui-extensions';
import { dealColumn, numberColumn, textColumn } from '../../components/columns.tsx';
import { dealsColumn } from '../../components/deals-column.tsx';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { signedText } from '../../figures/signed.ts';
import { useChangesMessages } from '../../messages/changes.ts';

/** Every step with its deals, and what it did to each of the three sums. */
export function StepsTable({ report: { steps, currency } }: { readonly report: ChangesReport }) {
  const messages = useChangesMessages();
  const { count, money } = useFormats();
  const nameOf = ({ kind }: ChangeStep) => messages.kinds[kind];
  const inMoney = (amount: number) => signedText(amount, (size) => money(size, currency));
  const columns: readonly FigureColumn<ChangeStep>[] = [
    { id: 'step', title: messages.step, copied: nameOf, cell: nameOf },
    dealsColumn({
      id: 'affected',
      title: messages.affected,
      of: ({ affected }) => affected,
      place: (step) => ({ cell: step.cell, title: nameOf(step) }),
    }),
    numberColumn({
      id: 'deals',
      title: messages.measures.deals,
      of: ({ deals }) => deals,
      format: (deals) => signedText(deals, count),
    }),
    numberColumn({ id: 'amount', title: messages.measures.amount, of: ({ amount }) => amount, format: inMoney }),
    numberColumn({
      id: 'expected',
      title: messages.measures.expected,
      of: ({ expected }) => expected,
      format: inMoney,
    }),
  ];
  return (
    <Section title={messages.steps}>
      <FigureTable columns={columns} rows={steps} rowKey={({ kind }) => kind} rowsAPage={15} />
    </Section>
  );
}

interface ChangedDealsTableProps {
  readonly rows: readonly ChangedDeal[];
  readonly currency: string;
}

/** The deals that changed the pipeline most. */
export function ChangedDealsTable({ rows, currency }: ChangedDealsTableProps) {
  const messages = useChangesMessages();
  const { money, day } = useFormats();
  const inMoney = (amount: number | null) => (amount === null ? '–' : money(amount, currency));
  const dayOf = (at: number | null) => (at === null ? '–' : day(at));
  const columns: readonly FigureColumn<ChangedDeal>[] = [
    dealColumn(messages.deal),
    {
      id: 'kinds',
      title: messages.step,
      copied: ({ kinds }) => kinds.map((kind) => messages.kinds[kind]).join(', '),
      cell: ({ kinds }) => (
        <Flex direction="row" gap="xs" wrap={true}>
          {kinds.map((kind) => (
            <Tag key={kind}>{messages.kinds[kind]}</Tag>
          ))}
        </Flex>
      ),
    },
    textColumn({
      id: 'stage',
      title: messages.stage,
      of: ({ fromStage, toStage }) => messages.fromTo(fromStage?.label ?? '–', toStage?.label ?? '–'),
    }),
    textColumn({
      id: 'amount',
      title: messages.amount,
      of: ({ amountThen, amountNow }) => messages.fromTo(inMoney(amountThen), inMoney(amountNow)),
      sortBy: ({ amountThen, amountNow }) => amountNow ?? amountThen,
    }),
    textColumn({
      id: 'close',
      title: messages.close,
      of: ({ closeThenAt, closeNowAt }) => messages.fromTo(dayOf(closeThenAt), dayOf(closeNowAt)),
      sortBy: ({ closeThenAt, closeNowAt }) => closeNowAt ?? closeThenAt,
    }),
    numberColumn({
      id: 'expected',
      title: messages.expected,
      of: ({ expectedChange }) => expectedChange,
      format: (amount) => signedText(amount, inMoney),
    }),
  ];
  return <FigureTable columns={columns} rows={rows} rowKey={({ dealId }) => dealId} />;
}
