import type { StalledReport, StalledStage } from '@deal-stage-insights/shared';
import { FigureTable } from '../../components/FigureTable.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { useFrameMessages } from '../../messages/frame.ts';
import { useStalledMessages } from '../../messages/stalled.ts';

/** What is stalled in each stage. */
export function StalledStagesTable({ report: { stages, currency } }: { readonly report: StalledReport }) {
  const messages = useStalledMessages();
  const { behind } = useFrameMessages();
  const { stage: stageColumn, number, deals, amount } = useColumns<StalledStage>(currency);
  const { stalled: title } = messages.verdicts;
  const columns = [
    stageColumn(({ stage }) => stage),
    number(messages.open, (row) => row.open),
    deals(
      title,
      (row) => row.stalled,
      ({ cell, stage }) => ({ cell, title: behind.of(stage.label, title) }),
    ),
    amount((row) => row.amount),
    amount((row) => row.valueAtStake, messages.atStake),
  ];
  return <FigureTable columns={columns} rows={stages} rowKey={({ cell }) => cell} />;
}
