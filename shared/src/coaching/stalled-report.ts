import type { Estimate } from '../contract/estimate.ts';
import type { StalledDeal, StalledDealCounts, StalledReport, StalledStage } from '../contract/stalled-report.ts';
import { closeDateChangesOf, closeDatePushes } from './close-date-pushes.ts';
import { DAY_MS } from '../history/instant.ts';
import { instantOf } from '../history/normalise.ts';
import { compareText, sorted } from '../history/order.ts';
import { pipelineIndex, stageView } from '../history/pipeline-index.ts';
import { ENOUGH_FOLLOWED } from '../model/stage-sample.ts';
import { eversIn } from '../model/win-at.ts';
import { closeDateOf, majorUnits } from '../analytics/open-deals.ts';
import { nextStep } from './next-step.ts';
import { reportHead } from '../analytics/report-head.ts';
import type { ReportQuestion } from '../analytics/report-question.ts';
import { snoozedDeals } from './snoozed-deals.ts';
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

interface StakedDeal extends JudgedDeal {
  readonly winEver: Estimate;
  /** Integer minor units; null: no amount, or no chance that could be told. */
  readonly stake: number | null;
}

const NO_CHANCE: Estimate = { kind: 'insufficient', n: 0, needed: ENOUGH_FOLLOWED };

function withStake(question: ReportQuestion, stalled: readonly JudgedDeal[]): readonly StakedDeal[] {
  const chanceOf = eversIn(question.shownModel());
  return stalled.map((deal) => {
    const winEver = chanceOf(deal.stageId, deal.ageMs)?.ever ?? NO_CHANCE;
    const isKnown = deal.amount !== null && winEver.kind === 'estimate';
    return { ...deal, winEver, stake: isKnown ? Math.round(deal.amount * winEver.value) : null };
  });
}

/** The most at stake first; then without a known chance by amount; then without an amount by age. */
function byStake({ table: { dealIds } }: ReportQuestion): (a: StakedDeal, b: StakedDeal) => number {
  return (a, b) =>
    descending(a.stake, b.stake) ||
    descending(a.amount, b.amount) ||
    b.ageMs - a.ageMs ||
    compareText(dealIds[a.deal] ?? '', dealIds[b.deal] ?? '');
}

function descending(a: number | null, b: number | null): number {
  return a === b ? 0 : a === null ? 1 : b === null ? -1 : b - a;
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
  const { table, pipeline, account, stamp } = question;
  const fact = (name: string): string | null => table.facts.get(name)?.[deal.deal] ?? null;
  const stage = stageView(pipelineIndex([pipeline]), deal.stageId);
  const [ageDays, isAtLeast] = [deal.ageMs / DAY_MS, deal.isLate];
  const closeAt = instantOrNull(closeDateOf(table, deal.deal, stamp.asOf));
  const nextActivityAt = instantOf(fact('notes_next_activity_date') ?? '');
  const lastContactedAt = instantOf(fact('notes_last_contacted') ?? '');
  const { pushes } = closeDatePushes(closeDateChangesOf(table.closeDates, deal.deal), stamp.asOf + 1);
  return {
    dealId: table.dealIds[deal.deal] ?? '',
    name: fact('dealname'),
    stage,
    ageDays,
    isAtLeast,
    amount: deal.amount === null ? null : majorUnits(deal.amount),
    winEver: deal.winEver,
    valueAtStake: deal.stake === null ? null : majorUnits(deal.stake),
    verdict: deal.verdict,
    ...stalledReason({ verdict: deal.verdict, stageLabel: stage.label, ageDays, isAtLeast }, account.currency),
    nextStep: nextStep({ now: stamp.asOf, nextActivityAt, lastContactedAt, closeAt, closeDatePushes: pushes }),
    nextActivityAt,
    lastContactedAt,
    closeAt,
  };
}

const instantOrNull = (at: number): number | null => (Number.isNaN(at) ? null : at);

/** In integer minor units, so that the order of the deals does not matter; told in major ones. */
function sumOf(deals: readonly StakedDeal[], minor: (deal: StakedDeal) => number | null): number {
  return majorUnits(deals.reduce((sum, deal) => sum + (minor(deal) ?? 0), 0));
}
