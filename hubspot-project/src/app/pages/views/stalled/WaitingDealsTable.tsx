import type { SnoozedDeal } from '@deal-stage-insights/shared';
import { useFormats } from '@deal-stage-insights/ui';
import { FigureTable } from '../../components/FigureTable.tsx';
import { dealColumn } from '../../components/plain-columns.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { useFrameMessages } from '../../messages/frame.ts';
import { useStalledMessages } from '../../messages/stalled.ts';

interface WaitingDealsTableProps {
  readonly rows: readonly SnoozedDeal[];
  readonly currency: string;
}

/** Deals of which somebody said that they wait with reason: none of them is called stalled. */
export function WaitingDealsTable({ rows, currency }: WaitingDealsTableProps) {
  const messages = useStalledMessages();
  const { common, filters } = useFrameMessages();
  const { calendarDay, duration } = useFormats();
  const { stage: stageColumn, text, label, amount } = useColumns<SnoozedDeal>(currency);
  const columns = [
    dealColumn<SnoozedDeal>(common.deal),
    stageColumn(({ stage }) => stage),
    text(
      messages.age,
      ({ ageDays, isAtLeast }) => (isAtLeast ? messages.atLeast(duration(ageDays)) : duration(ageDays)),
      (row) => row.ageDays,
    ),
    amount((row) => row.amount),
    label(messages.waitsFor, (row) => row.reason),
    text(
      filters.to,
      (row) => calendarDay(row.untilDay),
      (row) => row.untilDay,
    ),
  ];
  return (
    <FigureTable title={messages.verdicts.waiting} columns={columns} rows={rows} rowKey={({ dealId }) => dealId} />
  );
}
