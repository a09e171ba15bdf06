import {
  HYGIENE_FAULTS,
  type HygieneCase,
  type HygieneFault,
  type HygieneFaultId,
  type HygieneReport,
} from '../contract/hygiene-report.ts';
import { compareText, sorted } from '../history/order.ts';
import { type PipelineIndex, pipelineIndex, stageView } from '../history/pipeline-index.ts';
import type { DealsBehind } from '../analytics/deals-behind.ts';
import { majorUnits } from '../analytics/open-deals.ts';
import { reportHead } from '../analytics/report-head.ts';
import type { ReportQuestion } from '../analytics/report-question.ts';
import { faultWords } from './fault-words.ts';
import { DISTORTING, hygieneEffects } from '../analytics/hygiene-effects.ts';
import { AS_NOW, type FoundCase, type HygieneFindings, hygieneFindings, isMoveFault } from './hygiene-findings.ts';
import { faultPoints, POINTS_MAX, scoreOf } from '../analytics/hygiene-score.ts';

const CASES = 200;

/**
 * How far can the records be trusted? What is wrong with the moves of the period and with the deals open at its end, a score,
 * the cases, and what the faulty moves do to the figures. A fault is a matter of record keeping, and no judgement of a deal.
 * @example hygieneReport(question).faults.find(({ fault }) => fault === 'bulk-move')?.found // 140
 */
export function hygieneReport(question: ReportQuestion): HygieneReport {
  const { pipeline, calendar } = question;
  const findings = hygieneFindings(question, calendar.period, 'ever');
  const { known, moves, movesInPeriod, waiting, cases } = findings;
  const faults = HYGIENE_FAULTS.map((fault) => faultOf(fault, findings));
  const all = casesInOrder(question, Object.values(cases).flat());
  const index = pipelineIndex([pipeline]);
  return {
    ...reportHead(question),
    moves: movesInPeriod,
    openDeals: waiting.length,
    score: movesInPeriod + waiting.length === 0 ? null : scoreOf(faults.map(({ points }) => points)),
    faults,
    effects: hygieneEffects(known, moves, { pipeline, period: calendar.period }),
    cases: all.slice(0, CASES).map((found) => caseOf(question, { index, waiting }, found)),
    casesInAll: all.length,
  };
}

/** Hygiene: one row, a column for each fault. */
export const dealsBehindHygiene: DealsBehind = (question, { row, column }) => {
  const fault = HYGIENE_FAULTS.find((each) => each === column);
  if (row !== '' || fault === undefined) return null;
  return dealsOf(hygieneFindings(question, question.calendar.period, 'period').cases[fault]);
};

function faultOf(fault: HygieneFaultId, { cases, lookedAt, waiting }: HygieneFindings): HygieneFault {
  const [found, of] = [cases[fault].length, lookedAt[fault]];
  const deals = new Set(dealsOf(cases[fault]));
  const minor = waiting.reduce((sum, { deal, amount }) => sum + (deals.has(deal) ? (amount ?? 0) : 0), 0);
  return {
    fault,
    ...faultWords(fault),
    cell: fault,
    unit: isMoveFault(fault) ? 'moves' : 'deals',
    found,
    of,
    deals: deals.size,
    amount: majorUnits(minor),
    points: faultPoints(fault, found, of),
    pointsMax: POINTS_MAX[fault],
    isAsNow: AS_NOW.includes(fault),
    distorts: DISTORTING.some((each) => each === fault),
  };
}

function dealsOf(cases: readonly FoundCase[]): readonly number[] {
  return [...new Set(cases.map(({ deal }) => deal))];
}

function casesInOrder({ table: { dealIds } }: ReportQuestion, cases: readonly FoundCase[]): readonly FoundCase[] {
  const idOf = ({ deal }: FoundCase): string => dealIds[deal] ?? '';
  const placeOf = ({ fault }: FoundCase): number => HYGIENE_FAULTS.indexOf(fault);
  return sorted(
    cases,
    (a, b) => b.at - a.at || compareText(idOf(a), idOf(b)) || a.row - b.row || placeOf(a) - placeOf(b),
  );
}

function caseOf(
  { table }: ReportQuestion,
  { index, waiting }: Pick<HygieneFindings, 'waiting'> & { readonly index: PipelineIndex },
  { fault, deal, row, at }: FoundCase,
): HygieneCase {
  const amount = waiting.find((each) => each.deal === deal)?.amount ?? null;
  const viewOf = (stage: number | undefined) => stageView(index, table.stageIds[stage ?? -1] ?? '');
  return {
    dealId: table.dealIds[deal] ?? '',
    name: table.facts.get('dealname')?.[deal] ?? null,
    fault,
    at,
    stage: viewOf(table.stage[row]),
    toStage: isMoveFault(fault) ? viewOf(table.toStage[row]) : null,
    amount: amount === null ? null : majorUnits(amount),
  };
}
