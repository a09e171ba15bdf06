import type { StalledReport, StalledStage } from '@deal-stage-insights/shared';
import { useFormats } from '@deal-stage-insights/ui';
import { numberColumn, stageColumn } from '../../components/columns.tsx';
import { dealsColumn } from '../../components/deals-column.tsx';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { useFrameMessages } from '../../messages/frame.ts';
import { useStalledMessages } from '../../messages/stalled.ts';

/** What is stalled in each stage. */
export function StalledStagesTable({ report: { stages, currency } }: { readonly report: StalledReport }) {
  const messages = useStalledMessages();
  const { behind } = useFrameMessages();
  const { count, money } = useFormats();
  const inMoney = (amount: number) => money(amount, currency);
  const { stalled: title } = messages.verdicts;
  const columns: readonly FigureColumn<StalledStage>[] = [
    stageColumn(messages.stage, ({ stage }) => stage),
    numberColumn({ id: 'open', title: messages.open, of: ({ open }) => open, format: count }),
    dealsColumn({
      id: 'stalled',
      title,
      of: ({ stalled }) => stalled,
      place: ({ cell, stage }) => ({ cell, title: behind.of(stage.label, title) }),
    }),
    numberColumn({ id: 'amount', title: messages.amount, of: ({ amount }) => amount, format: inMoney }),
    numberColumn({ id: 'stake', title: messages.atStake, of: ({ valueAtStake }) => valueAtStake, format: inMoney }),
  ];
  return <FigureTable columns={columns} rows={stages} rowKey={({ cell }) => cell} />;
}
