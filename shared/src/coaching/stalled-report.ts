import type { StalledDeal, StalledDealCounts, StalledReport, StalledStage } from '../contract/stalled-report.ts';
import { compareText, sorted } from '../history/order.ts';
import { pipelineIndex, stageView } from '../history/pipeline-index.ts';
import { nextStep } from './next-step.ts';
import { openDealRow } from './open-deal-row.ts';
import { reportHead } from '../analytics/report-head.ts';
import type { ReportQuestion } from '../analytics/report-question.ts';
import { snoozedDeals } from './snoozed-deals.ts';
import { byStake, type StakedDeal, sumOf, withStake } from './staked-deals.ts';
import { stalledReason } from './stalled-words.ts';
import { isStalled, type JudgedDeal, judgedDeals } from '../analytics/waiting-deals.ts';

const ROWS = 200;

/**
 * Which open deals are stuck, and how much is at stake? Each stalled deal (see `verdictOn`) with its amount × the chance ever
 * to be won that it still has (the life table's, as in the verdict and in forecasts), why it is called so, and what to do
 * next; and what the flag was worth on the pipeline's past. Deals of which somebody said that they wait with reason are apart.
 * Amounts are those of the report's instant; the record keeps no history of contacts and activities: they are as now.
 * @example stalledReport(question).rows[0]?.valueAtStake // 12_400
 */
export function stalledReport(question: ReportQuestion): StalledReport {
  const judged = judgedDeals(question);
  const stalled = withStake(question, judged.filter(isStalled));
  const rows = sorted(stalled, byStake(question));
  const waiting = snoozedDeals(question, judged);
  return {
    ...reportHead(question),
    verdicts: countsOf(judged, stalled),
    amount: sumOf(stalled, ({ amount }) => amount),
    valueAtStake: sumOf(stalled, ({ stake }) => stake),
    stages: stagesOf(question, judged, stalled),
    rows: rows.slice(0, ROWS).map((deal) => rowOf(question, deal)),
    rowsInAll: rows.length,
    waiting: waiting.slice(0, ROWS),
    flagQuality: question.flagQuality(),
  };
}

/** The stalled deals, the most at stake first, with their places in the table; each row is made when asked for. */
export function stalledDeals(
  question: ReportQuestion,
): readonly { readonly deal: number; readonly row: () => StalledDeal }[] {
  const staked = sorted(withStake(question, judgedDeals(question).filter(isStalled)), byStake(question));
  return staked.map((deal) => ({ deal: deal.deal, row: () => rowOf(question, deal) }));
}

function countsOf(judged: readonly JudgedDeal[], stalled: readonly StakedDeal[]): StalledDealCounts {
  const count = (verdict: JudgedDeal['verdict']['verdict']): number =>
    judged.filter((deal) => deal.verdict.verdict === verdict && deal.snooze === null).length;
  return {
    open: judged.length,
    stalled: stalled.length,
    onTrack: count('on-track'),
    unjudged: count('insufficient'),
    waiting: judged.filter(({ snooze }) => snooze !== null).length,
    stalledWithoutAmount: stalled.filter(({ amount }) => amount === null).length,
    stalledWithoutChance: stalled.filter(({ amount, stake }) => amount !== null && stake === null).length,
  };
}

/** In display order; stages without an open deal too, those that nobody lists any more last. */
function stagesOf(
  { pipeline }: ReportQuestion,
  judged: readonly JudgedDeal[],
  stalled: readonly StakedDeal[],
): readonly StalledStage[] {
  const index = pipelineIndex([pipeline]);
  const listed = sorted(
    pipeline.stages.filter(({ role }) => role === 'open'),
    (a, b) => a.displayOrder - b.displayOrder,
  ).map(({ stageId }) => stageId);
  const unlisted = sorted(
    new Set(judged.map(({ stageId }) => stageId).filter((id) => !index.stages.has(id))),
    compareText,
  );
  return [...listed, ...unlisted].map((stageId) => {
    const own = stalled.filter((deal) => deal.stageId === stageId);
    return {
      stage: stageView(index, stageId),
      cell: `${stageId}:stalled`,
      open: judged.filter((deal) => deal.stageId === stageId).length,
      stalled: own.length,
      amount: sumOf(own, ({ amount }) => amount),
      valueAtStake: sumOf(own, ({ stake }) => stake),
    };
  });
}

function rowOf(question: ReportQuestion, deal: StakedDeal): StalledDeal {
  const { verdict } = deal;
  return openDealRow(question, deal, ({ facts, stage, ageDays, isAtLeast }) => ({
    ...stalledReason({ verdict, stageLabel: stage.label, ageDays, isAtLeast }, question.account.currency),
    nextStep: nextStep(facts),
  }));
}
