import { Small } from '@deal-stage-insights/ui';
import type { ReportHead } from '@deal-stage-insights/shared';

import { plusDays } from '../address/period.ts';
import { useFrameMessages } from '../messages/frame.ts';

interface DealsCountedProps {
  /** Without a period: the report is of an instant. */
  readonly head: Partial<Pick<ReportHead, 'period'>> & Pick<ReportHead, 'deals'>;
}

/** The days that a report is about, how many deals it rests on, and which it leaves out. */
export function DealsCounted({ head }: DealsCountedProps) {
  const { counted } = useFrameMessages();
  const { period, deals } = head;
  const parts = [
    ...(period === undefined ? [] : [counted.period(period.fromDay, plusDays(period.toDay, -1))]),
    counted.deals(deals.counted),
    ...(deals.filteredOut > 0 ? [counted.filteredOut(deals.filteredOut)] : []),
    ...(deals.withoutAmount > 0 ? [counted.withoutAmount(deals.withoutAmount)] : []),
    ...(deals.notConverted > 0 ? [counted.notConverted(deals.notConverted)] : []),
    ...(deals.deleted > 0 ? [counted.deleted(deals.deleted)] : []),
  ];
  return <Small>{parts.join(' · ')}</Small>;
}
