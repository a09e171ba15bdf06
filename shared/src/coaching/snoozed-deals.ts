import { majorUnits } from '../analytics/open-deals.ts';
import type { ReportQuestion } from '../analytics/report-question.ts';
import type { JudgedDeal } from '../analytics/waiting-deals.ts';
import type { SnoozedDeal } from '../contract/stalled-report.ts';
import { DAY_MS } from '../history/instant.ts';
import { compareText, sorted } from '../history/order.ts';
import { pipelineIndex, stageView } from '../history/pipeline-index.ts';

/** The deals that wait with reason: why and until when, the first to end first. */
export function snoozedDeals(
  { table, pipeline }: ReportQuestion,
  judged: readonly JudgedDeal[],
): readonly SnoozedDeal[] {
  const index = pipelineIndex([pipeline]);
  const rows = judged.flatMap(({ deal, stageId, ageMs, isLate, amount, snooze }): SnoozedDeal[] => {
    if (snooze === null) return [];
    const { reason, untilDay } = snooze;
    return [
      {
        dealId: table.dealIds[deal] ?? '',
        name: table.facts.get('dealname')?.[deal] ?? null,
        stage: stageView(index, stageId),
        ageDays: ageMs / DAY_MS,
        isAtLeast: isLate,
        amount: amount === null ? null : majorUnits(amount),
        reason,
        untilDay,
      },
    ];
  });
  return sorted(rows, (a, b) => compareText(a.untilDay, b.untilDay) || compareText(a.dealId, b.dealId));
}
