import { DAY_MS, type EpochMs } from '@deal-stage-insights/shared';
import type { LoggedDeal } from '../history-csv/logged-deal.ts';
import type { LandmarkRow } from './outcomes.ts';
import type { EvaluatedLog } from './predict.ts';

/** What came in (landmark, landmark + horizon], in major units: from deals that were open at the landmark, and in all. */
export interface ActualRevenue {
  readonly open: number;
  readonly total: number;
}

export interface ActualQuestion {
  readonly log: EvaluatedLog;
  readonly deals: ReadonlyMap<string, LoggedDeal>;
  readonly landmark: EpochMs;
  readonly open: readonly LandmarkRow[];
}

/** Amounts as they were when the deals closed, where the log says so; nothing here is shown to a model before it is due. */
export function actualRevenue({ log, deals, landmark, open }: ActualQuestion): ActualRevenue {
  const until = landmark + log.horizonDays * DAY_MS;
  const wereOpen = new Set(open.map(({ dealId }) => dealId));
  const sums = { open: 0, total: 0 };
  for (const { dealId, transitions } of log.histories) {
    const won = transitions.find(({ at, toStage }) => at > landmark && log.roleOf(toStage) === 'won');
    const deal = deals.get(dealId);
    if (won === undefined || won.at > until || deal === undefined) continue;
    const amount = deal.results.closedAmount ?? deal.amount ?? 0;
    sums.total += amount;
    if (wereOpen.has(dealId)) sums.open += amount;
  }
  return sums;
}
