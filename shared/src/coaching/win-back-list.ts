import { knownVisits, type KnownVisits } from '../analytics/known-visits.ts';
import { majorUnits, minorUnits } from '../analytics/open-deals.ts';
import type { ReportQuestion } from '../analytics/report-question.ts';
import { snoozeAt } from '../analytics/waiting-deals.ts';
import type { Estimate } from '../contract/estimate.ts';
import type { LostDeal, WinBack } from '../contract/focus-report.ts';
import type { Bilingual } from '../contract/hints.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import { compareText, sorted } from '../history/order.ts';
import { pipelineIndex, stageView } from '../history/pipeline-index.ts';
import { LEVEL } from '../model/stage-dwell.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { type DealPath, dealPaths } from './deal-paths.ts';
import { days, deals, times } from './rule.ts';
import { FROM_DAYS, TO_DAYS } from './rules/win-back.ts';
import { writeText } from './write-text.ts';

/** A lost deal of the age that is worth another call. */
export interface LostCandidate {
  readonly deal: number;
  readonly lostDays: number;
  readonly isLate: boolean;
  /** Where it was before the loss; -1: nowhere. */
  readonly lastRow: number;
  /** Integer minor units; null: none that can be told. */
  readonly amount: number | null;
}

/** Deals that are lost since 90 to 365 days, the usual limits of the win-back hint; the largest amount first, those without one last. */
export function lostCandidates({ table, pipeline, stamp, amounts, snoozes }: ReportQuestion): readonly LostCandidate[] {
  const known = knownVisits(table, pipeline, stamp.asOf);
  const found = dealPaths(known).flatMap(({ deal, from, to, outcome, closedAt }): LostCandidate[] => {
    const lostDays = (stamp.asOf - closedAt) / DAY_MS;
    const isOfAge = lostDays >= FROM_DAYS && lostDays <= TO_DAYS;
    const isSnoozed = snoozeAt(snoozes.get(table.dealIds[deal] ?? ''), stamp.asOf) !== null;
    if (outcome !== 'lost' || !isOfAge || isSnoozed) return [];
    let row = to - 1;
    while (row >= from && known.stageOf(row) < 0) row -= 1;
    const amount = minorUnits(amounts.values[deal] ?? Number.NaN);
    return [{ deal, lostDays, isLate: known.isLate(row + 1), lastRow: row < from ? -1 : row, amount }];
  });
  return sorted(
    found,
    (a, b) =>
      (b.amount ?? -1) - (a.amount ?? -1) ||
      a.lostDays - b.lostDays ||
      compareText(table.dealIds[a.deal] ?? '', table.dealIds[b.deal] ?? ''),
  );
}

/** The row of a lost deal. */
export function lostRow(
  { table, pipeline }: ReportQuestion,
  { deal, lostDays, isLate, lastRow, amount }: LostCandidate,
): LostDeal {
  const stageId = table.stageIds[table.stage[lastRow] ?? -1];
  return {
    dealId: table.dealIds[deal] ?? '',
    name: table.facts.get('dealname')?.[deal] ?? null,
    stage: stageId === undefined ? null : stageView(pipelineIndex([pipeline]), stageId),
    amount: amount === null ? null : majorUnits(amount),
    lostDays,
    isAtLeast: isLate,
    reason: table.facts.get('closed_lost_reason')?.[deal] ?? null,
  };
}

/**
 * Of the whole pipeline's deals that once stayed lost for 90 days or longer, how many came back to a live stage after that,
 * and how many of these are won now? So far: those of the last months had little time. 95 % intervals: Wilson's. Nobody
 * reopened one yet: there is no measured chance, and none is guessed.
 * @example winBackRecord(question).wonShare // { kind: 'estimate', value: 0.03, n: 120, … }
 */
export function winBackRecord({ unfiltered, pipeline, stamp, account }: ReportQuestion): WinBack {
  const known = knownVisits(unfiltered, pipeline, stamp.asOf);
  const counts = { lostLong: 0, reopened: 0, won: 0 };
  for (const path of dealPaths(known)) {
    const after = firstLongLoss(known, path);
    if (after === null) continue;
    counts.lostLong += 1;
    if (!hasLiveRow(known, after, path.to)) continue;
    counts.reopened += 1;
    if (path.outcome === 'won') counts.won += 1;
  }
  const { lostLong, reopened, won } = counts;
  const evidence = [
    deals('lostLong', lostLong),
    days('daysFrom', FROM_DAYS),
    times('reopened', reopened),
    times('won', won),
  ];
  const template = lostLong === 0 ? NONE_LOST : reopened === 0 ? NONE_REOPENED : REOPENED;
  return {
    daysFrom: FROM_DAYS,
    daysTo: TO_DAYS,
    ...counts,
    reopenedShare: reopened === 0 ? null : shareOf(reopened, lostLong),
    wonShare: reopened === 0 ? null : shareOf(won, lostLong),
    headline: writeText(template, { evidence, currency: account.currency }),
  };
}

/** The row after the first stay in lost stages that lasted long enough; null: there is none. A stay of unknown beginning lasted at least so long. */
function firstLongLoss(known: KnownVisits, { from, to }: DealPath): number | null {
  let lostAt: EpochMs | null = null;
  for (let row = from; row < to; row += 1) {
    if (known.roleOf(row) !== 'lost') {
      lostAt = null;
      continue;
    }
    lostAt ??= known.table.enteredAt[row] ?? Number.NaN;
    if (Math.min(known.endOf(row), known.asOf) - lostAt >= FROM_DAYS * DAY_MS) return row + 1;
  }
  return null;
}

function hasLiveRow(known: KnownVisits, from: number, to: number): boolean {
  for (let row = from; row < to; row += 1) if (known.stageOf(row) >= 0) return true;
  return false;
}

function shareOf(hits: number, n: number): Estimate {
  return { kind: 'estimate', value: hits / n, ...wilsonInterval(hits, n, LEVEL), level: LEVEL, n, from: 'pipeline' };
}

const NONE_LOST: Bilingual = {
  en: 'No deal has stayed lost for {daysFrom} yet: there is no measured chance to win one back.',
  fr: 'Aucune transaction n’est encore restée perdue {daysFrom}\u00a0: aucune chance de reconquête n’est mesurée.',
};
const NONE_REOPENED: Bilingual = {
  en: 'Deals that stayed lost for {daysFrom} or longer: {lostLong:number}. Nobody has reopened one yet: there is no measured chance to win one back.',
  fr: 'Transactions restées perdues {daysFrom} ou plus\u00a0: {lostLong:number}. Personne n’en a encore rouvert\u00a0: aucune chance de reconquête n’est mesurée.',
};
const REOPENED: Bilingual = {
  en: 'Deals that stayed lost for {daysFrom} or longer: {lostLong:number}. Opened again: {reopened:number}, of these won by now: {won:number}.',
  fr: 'Transactions restées perdues {daysFrom} ou plus\u00a0: {lostLong:number}. Rouvertes\u00a0: {reopened:number}, dont gagnées à ce jour\u00a0: {won:number}.',
};
