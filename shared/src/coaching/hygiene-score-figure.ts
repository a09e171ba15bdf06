import { changeWithin, clearChange, ENOUGH } from '../analytics/clear-change.ts';
import { UNKNOWN } from '../analytics/overview-figures.ts';
import { faultPoints, pointsPerShare, scoreOf } from '../analytics/hygiene-score.ts';
import type { Period } from '../analytics/period.ts';
import type { ReportQuestion } from '../analytics/report-question.ts';
import { HYGIENE_FAULTS, type HygieneFaultId } from '../contract/hygiene-report.ts';
import type { OverviewChange, OverviewValue, RecordFigure } from '../contract/overview-report.ts';
import { AS_NOW, type HygieneFindings, hygieneFindings, isMoveFault } from './hygiene-findings.ts';

/**
 * How far could the records be trusted, in this period and in the one before? Faults of which the record keeps no history count
 * in both as they are now, so that they make no difference. The others' difference has the linearised standard error of a sum
 * of ratios, with deals as clusters: a deal that is looked at in both periods counts as one.
 */
export function hygieneScoreFigure(question: ReportQuestion): RecordFigure {
  const { period, previous } = question.calendar;
  const [now, before] = [scoredPeriod(question, period), scoredPeriod(question, previous)];
  return {
    figure: 'hygiene-score',
    unit: 'points',
    taken: 'sum',
    now: valueOf(now, now),
    before: valueOf(before, now),
    change: changeOf(question, now, before),
    better: 'up',
    of: null,
    withoutAmount: 0,
    cell: 'hygiene-score',
  };
}

/** The deals behind it: those with any fault in the period, as places in the table. */
export function faultyInPeriod(question: ReportQuestion): readonly number[] {
  const { cases } = hygieneFindings(question, question.calendar.period, 'period');
  return [...new Set(HYGIENE_FAULTS.flatMap((fault) => cases[fault].map(({ deal }) => deal)))];
}

type ScoredPeriod = HygieneFindings & { readonly looked: number };

function scoredPeriod(question: ReportQuestion, period: Period): ScoredPeriod {
  const findings = hygieneFindings(question, period, 'period');
  return { ...findings, looked: findings.movesInPeriod + findings.waiting.length };
}

/** What keeps no history is taken from `current`. */
function valueOf(findings: ScoredPeriod, current: ScoredPeriod): OverviewValue {
  const { looked } = findings;
  if (looked === 0) return { kind: 'insufficient', n: 0, needed: 1 };
  const points = HYGIENE_FAULTS.map((fault) => pointsOf(AS_NOW.includes(fault) ? current : findings, fault));
  return { kind: 'counted', value: scoreOf(points), n: looked };
}

function pointsOf({ cases, lookedAt }: HygieneFindings, fault: HygieneFaultId): number {
  return faultPoints(fault, cases[fault].length, lookedAt[fault]);
}

function changeOf({ table }: ReportQuestion, now: ScoredPeriod, before: ScoredPeriod): OverviewChange {
  const [value, valueBefore] = [valueOf(now, now), valueOf(before, now)];
  if (value.kind !== 'counted' || valueBefore.kind !== 'counted') return UNKNOWN;
  const difference = Math.round((value.value - valueBefore.value) * 10) / 10;
  const [pulls, pullsBefore] = [pullsOf(table.deal, now), pullsOf(table.deal, before)];
  if (pulls.size < ENOUGH || pullsBefore.size < ENOUGH)
    return { verdict: 'insufficient', difference, low: null, high: null };
  const deals = new Set([...pulls.keys(), ...pullsBefore.keys()]);
  let squares = 0;
  for (const deal of deals) squares += ((pulls.get(deal) ?? 0) - (pullsBefore.get(deal) ?? 0)) ** 2;
  if (squares === 0) return changeWithin(difference, difference, difference);
  const variance = (squares * deals.size) / (deals.size - 1) + ROUNDING * (roundedIn(now) + roundedIn(before));
  return clearChange(difference, Math.sqrt(variance));
}

/** Variance of what rounding to tenths of a point adds. */
const ROUNDING = 0.1 ** 2 / 12;

/** The faults whose points are rounded, and make a difference. */
function roundedIn({ cases, lookedAt }: HygieneFindings): number {
  return HYGIENE_FAULTS.filter((fault) => {
    const found = cases[fault].length;
    return !AS_NOW.includes(fault) && found > 0 && pointsPerShare(fault, found / lookedAt[fault]) > 0;
  }).length;
}

/**
 * How much each deal that was looked at pulls the score down: over the faults, points per share × (its faults - the share of
 * all × what of it was looked at) / all that was looked at. They add up to 0.
 */
function pullsOf(dealOf: ArrayLike<number>, findings: HygieneFindings): ReadonlyMap<number, number> {
  const { rowsInPeriod, waiting, cases, lookedAt } = findings;
  const pulls = new Map<number, number>();
  const pull = (deal: number, points: number): void => void pulls.set(deal, (pulls.get(deal) ?? 0) + points);
  let [ofMove, ofDeal] = [0, 0];
  for (const fault of HYGIENE_FAULTS) {
    const [found, of] = [cases[fault].length, lookedAt[fault]];
    if (of === 0 || AS_NOW.includes(fault)) continue;
    const weight = pointsPerShare(fault, found / of) / of;
    for (const { deal } of cases[fault]) pull(deal, weight);
    if (isMoveFault(fault)) ofMove -= (weight * found) / of;
    else ofDeal -= (weight * found) / of;
  }
  for (const row of rowsInPeriod) pull(dealOf[row] ?? 0, ofMove);
  for (const { deal } of waiting) pull(deal, ofDeal);
  return pulls;
}
