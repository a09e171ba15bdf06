import { knownVisits } from '../analytics/known-visits.ts';
import { majorUnits } from '../analytics/open-deals.ts';
import type { ReportQuestion } from '../analytics/report-question.ts';
import { NOT_APPLICABLE } from '../analytics/visit-verdict.ts';
import { isStalled, type JudgedDeal, judgedDeals, snoozeAt, waitingDeals } from '../analytics/waiting-deals.ts';
import type { DwellQuantile, Insufficient } from '../contract/estimate.ts';
import type { FocusDeal } from '../contract/focus-report.ts';
import { DAY_MS } from '../history/instant.ts';
import { sorted } from '../history/order.ts';
import { pipelineIndex, stageView } from '../history/pipeline-index.ts';
import { ENOUGH_EXITS_FOR_DWELL } from '../model/stage-dwell.ts';
import { ENOUGH_FOLLOWED } from '../model/stage-sample.ts';
import { eversIn } from '../model/win-at.ts';
import { focusAdvice, parkedAdvice, type SignedAdvice } from './focus-signs.ts';
import { type Advised, openDealRow, stepFacts } from './open-deal-row.ts';
import { byStake, type StakedDeal, withStake } from './staked-deals.ts';

/** How far ahead "if it goes on waiting" looks: two working weeks, after which the rule of silence speaks as well. */
export const LATER_DAYS = 14;

/** An open or parked deal with what it is listed for. */
export interface ListedDeal extends StakedDeal {
  readonly advice: SignedAdvice;
  readonly usualDays: DwellQuantile;
}

/** The deals in open and parked stages, each in the one list that it belongs to; those to work on the most at stake first. */
export interface FocusLists {
  readonly open: readonly JudgedDeal[];
  readonly focus: readonly ListedDeal[];
  readonly withoutAmount: readonly ListedDeal[];
  readonly calm: readonly JudgedDeal[];
  readonly waiting: readonly JudgedDeal[];
  readonly parked: readonly ListedDeal[];
}

/**
 * Which open deals does something ask attention for, in the order of what is at stake: amount × the chance ever to be won?
 * Snoozed deals wait with reason, parked ones have a list of their own; where there is no amount nothing is guessed.
 * @example focusLists(question).focus[0]?.advice.sign // 'stalled'
 */
export function focusLists(question: ReportQuestion): FocusLists {
  const open = judgedDeals(question);
  const [waiting, awake] = [open.filter(({ snooze }) => snooze !== null), open.filter(({ snooze }) => snooze === null)];
  const [usual, advisedOf] = [usualIn(question), advisedIn(question)];
  const advised = withStake(question, awake).map((deal) => {
    const usualDays = usual(deal.stageId);
    const { verdict } = deal;
    const { currency } = question.account;
    const advice = focusAdvice(advisedOf(deal), { isStalled: isStalled(deal), verdict, usualDays, currency });
    return { ...deal, usualDays, advice };
  });
  const listed = sorted(
    advised.flatMap(({ advice, ...deal }) => (advice === null ? [] : [{ ...deal, advice }])),
    byStake(question),
  );
  return {
    open,
    focus: listed.filter(({ amount }) => amount !== null),
    withoutAmount: sorted(
      listed.filter(({ amount }) => amount === null),
      (a, b) => chanceOf(b) - chanceOf(a),
    ),
    calm: advised.filter(({ advice }) => advice === null),
    waiting,
    parked: parkedDeals(question, usual),
  };
}

/** For an order: those of a chance that cannot be told come last. */
const chanceOf = ({ winEver }: ListedDeal): number => (winEver.kind === 'estimate' ? winEver.value : -1);

/** Those of the filters that are in a parked stage and not snoozed on top. */
function parkedDeals(question: ReportQuestion, usual: (stageId: string) => DwellQuantile): readonly ListedDeal[] {
  const { table, pipeline, stamp, amounts, snoozes, account } = question;
  const advisedOf = advisedIn(question);
  const parked = waitingDeals(knownVisits(table, pipeline, stamp.asOf), amounts.values, 'parked')
    .filter(({ deal }) => snoozeAt(snoozes.get(table.dealIds[deal] ?? ''), stamp.asOf) === null)
    .map((deal) => ({ ...deal, verdict: NOT_APPLICABLE, snooze: null }));
  const listed = withStake(question, parked).map((deal) => ({
    ...deal,
    usualDays: usual(deal.stageId),
    advice: parkedAdvice(advisedOf(deal), account.currency),
  }));
  return sorted(listed, byStake(question));
}

function advisedIn(question: ReportQuestion): (deal: StakedDeal) => Advised {
  const index = pipelineIndex([question.pipeline]);
  return ({ deal, stageId, ageMs, isLate }) => ({
    stage: stageView(index, stageId),
    ageDays: ageMs / DAY_MS,
    isAtLeast: isLate,
    facts: stepFacts(question, deal),
  });
}

function usualIn({ shownModel }: ReportQuestion): (stageId: string) => DwellQuantile {
  const usual = new Map(shownModel().stages.map(({ stageId, dwell }) => [stageId, dwell.p80]));
  return (stageId) => usual.get(stageId) ?? { ...NOTHING_KNOWN, needed: ENOUGH_EXITS_FOR_DWELL };
}

/** Makes the rows of listed deals. */
export function focusRows(question: ReportQuestion): (deal: ListedDeal) => FocusDeal {
  const chanceOf = eversIn(question.shownModel());
  return (deal) => {
    const { advice, usualDays, winEver, amount, stageId, ageMs } = deal;
    const winEverLater = chanceOf(stageId, ageMs + LATER_DAYS * DAY_MS)?.ever ?? NOTHING_KNOWN;
    const isKnown = amount !== null && winEver.kind === 'estimate' && winEverLater.kind === 'estimate';
    return {
      ...openDealRow(question, deal, () => advice),
      sign: advice.sign,
      usualDays,
      winEverLater,
      lessLater: isKnown ? majorUnits(amount * Math.max(0, winEver.value - winEverLater.value)) : null,
    };
  };
}

const NOTHING_KNOWN: Insufficient = { kind: 'insufficient', n: 0, needed: ENOUGH_FOLLOWED };
